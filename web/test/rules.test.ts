import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isComplete, lettered, moved, paired, toggled } from '../src/exam/answers';
import { work } from '../src/exam/calculator';
import { Countdown, passed, shifted } from '../src/exam/clock';
import type { Given } from '../src/exam/contract';
import { Outbox } from '../src/exam/outbox';
import { MemoryShelf } from '../src/exam/shelf';
import { paper } from './room';

test('the countdown follows the server, whatever the clock of the machine does', () => {
  let now = 1000;
  let wall = 5_000_000;
  const time = new Countdown(() => now, () => wall);
  assert.equal(time.left, null);
  time.set(60_000);
  now += 10_000;
  wall -= 3_600_000;
  assert.equal(time.left, 50_000);
  assert.equal(time.slept(), true);
  assert.equal(time.slept(), false);
  now += 90_000;
  assert.equal(time.isUp, true);
});

test('a reload without a connection counts on by the wall, and a clock that was set back gives no time', () => {
  const time = new Countdown(() => 0, () => 100_000);
  time.restore({ remaining: 60_000, wall: 70_000 });
  assert.equal(time.left, 30_000);
  time.restore({ remaining: 60_000, wall: 900_000 });
  assert.equal(time.left, 60_000);
  time.restore({ remaining: null, wall: 0 });
  assert.equal(time.left, null);
});

test('ten, five and one minute before the end are said once', () => {
  assert.equal(passed(600_500, 599_900), 10);
  assert.equal(passed(599_900, 599_400), undefined);
  assert.equal(passed(900_000, 50_000), 1);
  assert.equal(passed(null, 50_000), undefined);
});

test('time that was given or taken is said, the way of a reply is not', () => {
  assert.deepEqual(shifted(60_000, 660_000), ['runner.time-more', 10, 11]);
  assert.deepEqual(shifted(600_000, 300_000), ['runner.time-less', 5, 5]);
  assert.deepEqual(shifted(600_000, null), ['runner.time-free']);
  assert.equal(shifted(600_000, 599_000), undefined);
});

test('the calculator works out what people type, and says when it cannot', () => {
  assert.equal(work('2 + 3 × 4'), 14);
  assert.equal(work('(2+3)*4 − 1'), 19);
  assert.equal(work('-2^2'), -4);
  assert.equal(work('√(9) + 50%'), 3.5);
  assert.equal(work('0.1+0.2'), 0.3);
  assert.equal(work('1,5 ÷ 3'), 0.5);
  for (const unclear of ['', '1 / 0', '2 +', '(1', '1)', 'alert(1)', '1 2']) assert.equal(work(unclear), undefined, unclear);
});

test('an answer is complete when each of its parts is there', () => {
  const [question] = paper(1).questions;
  assert.equal(isComplete(question!, null), false);
  assert.equal(isComplete(question!, 'a'), true);
  const two = { ...question!, kind: 'multiple' as const, choose: 2 };
  assert.equal(isComplete(two, ['a']), false);
  assert.equal(isComplete(two, ['a', 'c']), true);
  const series = { ...question!, kind: 'yes-no-series' as const };
  assert.equal(isComplete(series, { a: 'yes', b: 'no', c: 'no' }), false);
  assert.equal(isComplete(series, { a: 'yes', b: 'no', c: 'no', d: 'yes' }), true);
});

test('letters, lists and pairs change an answer as a click does', () => {
  const question = paper(1).questions[0]!;
  assert.equal(lettered(question, null, 2), 'c');
  assert.equal(lettered(question, null, 5), undefined);
  assert.deepEqual(lettered({ ...question, kind: 'multiple' }, ['c'], 0), ['a', 'c']);
  assert.equal(toggled(['c'], 'c', question.options), null);
  assert.deepEqual(paired({ a: 'x' }, 'b', 'y'), { a: 'x', b: 'y' });
  assert.equal(paired({ a: 'x' }, 'a', ''), null);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
});

test('a batch never holds more than the server takes, and the rest follows in order', async () => {
  const outbox = new Outbox(new MemoryShelf());
  await outbox.load();
  const given = (position: number, answer: string): Given =>
    ({ position, answer, flagged: false, marks: {}, ms: 10, changes: 1, left: false });
  for (let position = 0; position < 250; position++)
    await outbox.put(given(position, 'a'), { at: position, kind: 'chosen', position }, null);
  await outbox.put(given(0, 'x'.repeat(50_000)), null, null);
  await outbox.put(given(1, 'y'.repeat(50_000)), null, null);
  const sizes: number[] = [];
  const seqs: number[] = [];
  for (let batch = await outbox.next(true); batch; batch = await outbox.next()) {
    sizes.push(batch.answers.length);
    seqs.push(batch.seq);
    assert.ok(JSON.stringify(batch).length < 100_000);
    await outbox.acknowledge(batch);
  }
  assert.deepEqual(sizes, [100, 100, 51, 1]);
  assert.deepEqual(seqs, [1, 2, 3, 4]);
});
