package org.coursewright.credential;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/// A QR code as dark bars; the light border of four squares around it is left to who shows it.
///
/// @param size squares of a side
public record QrSquare(int size, List<Bar> bars) {

    /// Dark squares side by side.
    ///
    /// @param x from the left, in squares
    /// @param y from the top
    public record Bar(int x, int y, int length) {}

    static QrSquare of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var bars = new ArrayList<Bar>();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++) {
                int length = dark(code, x, y);
                if (length > 0) bars.add(new Bar(x, y, length));
                x += length;
            }
        return new QrSquare(code.size, bars);
    }

    /// As a path of SVG, each square 1 wide.
    public String path() {
        var path = new StringBuilder();
        for (var bar : bars)
            path.append('M').append(bar.x()).append(' ').append(bar.y()).append('h').append(bar.length())
                    .append("v1h-").append(bar.length()).append('z');
        return path.toString();
    }

    private static int dark(QrCode code, int x, int y) {
        int end = x;
        while (end < code.size && code.getModule(end, y))
            end++;
        return end - x;
    }
}
