package org.coursewright.question;

import java.math.BigDecimal;
import java.util.List;

/// The outline of an area, in percent of its picture.
///
/// @param at rect: x y width height; circle: x y radius; polygon: x y x y …
record Outline(QuestionKeys.Shape shape, List<Double> at) {

    static Outline of(QuestionKeys.Shape shape, List<BigDecimal> at) {
        return new Outline(shape, at.stream().map(BigDecimal::doubleValue).toList());
    }

    /// Whether a point lies within it, or on its line. The radius of a circle is in percent of the picture's width and
    /// height alike, so that what is drawn over a picture in percent is what counts.
    boolean contains(Answer.Point point) {
        double x = point.x();
        double y = point.y();
        return switch (shape) {
            case RECT -> x >= at(0) && x <= at(0) + at(2) && y >= at(1) && y <= at(1) + at(3);
            case CIRCLE -> Math.hypot(x - at(0), y - at(1)) <= at(2);
            case POLYGON -> isWithin(x, y);
        };
    }

    /// A ray to the right crosses the line of a polygon an odd number of times.
    private boolean isWithin(double x, double y) {
        boolean within = false;
        int last = at.size() - 2;
        for (int i = 0; i < at.size(); i += 2) {
            double x1 = at(i);
            double y1 = at(i + 1);
            double x2 = at(last);
            double y2 = at(last + 1);
            if (isBetween(x, y, x1, y1, x2, y2)) return true;
            if (y1 > y != y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) within = !within;
            last = i;
        }
        return within;
    }

    private static boolean isBetween(double x, double y, double x1, double y1, double x2, double y2) {
        double around = Math.hypot(x - x1, y - y1) + Math.hypot(x - x2, y - y2) - Math.hypot(x1 - x2, y1 - y2);
        return around < 1e-9;
    }

    private double at(int place) {
        return at.get(place);
    }
}
