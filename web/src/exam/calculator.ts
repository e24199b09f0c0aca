/** Works out `3 + 4 × (2 − 1)`; undefined where it cannot be understood. Knows + − × ÷ ^ %, brackets, and √. */
export function work(expression: string): number | undefined {
  const tokens = expression.replace(/,/g, '.').replace(/[×·]/g, '*').replace(/[÷:]/g, '/').replace(/[−–]/g, '-')
    .match(/\d+\.?\d*|\.\d+|[-+*/^%()√]|\S/g) ?? [];
  let at = 0;
  const take = (...wanted: string[]) => (wanted.includes(tokens[at] ?? '') ? tokens[at++] : undefined);

  const sum = (): number => {
    let left = product();
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) left = sign === '+' ? left + product() : left - product();
    return left;
  };
  const product = (): number => {
    let left = signed();
    for (let sign = take('*', '/'); sign; sign = take('*', '/')) left = sign === '*' ? left * signed() : left / signed();
    return left;
  };
  const signed = (): number => (take('-') ? -signed() : take('+') ? signed() : power());
  const power = (): number => {
    const base = percent();
    return take('^') ? base ** signed() : base;
  };
  const percent = (): number => {
    let left = atom();
    while (take('%')) left /= 100;
    return left;
  };
  const atom = (): number => {
    if (take('√')) return Math.sqrt(atom());
    if (take('(')) {
      const inner = sum();
      return take(')') ? inner : NaN;
    }
    return /^[\d.]/.test(tokens[at] ?? '') ? Number(tokens[at++]) : NaN;
  };

  const result = sum();
  return at === tokens.length && Number.isFinite(result) ? Number(result.toPrecision(12)) : undefined;
}
