package dev.mendel.training.product;

/// A matrix within an array.
///
/// @param numbers the first ones are the matrix
/// @param rows as it takes part in a product
/// @param columns as it takes part in a product
/// @param turned whether the array holds it column by column, not row by row
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Matrix(float[] numbers, int rows, int columns, boolean turned) {
    /// The first numbers of an array, row by row.
    public static Matrix of(float[] numbers, int rows, int columns) {
        return new Matrix(numbers, rows, columns, false);
    }

    /// The same numbers turned on their side.
    public Matrix turn() {
        return new Matrix(numbers, /* rows= */ columns, /* columns= */ rows, !turned);
    }

    /// The distance in the array of two neighbours in a column, or in a row if it is transposed.
    int step() {
        return turned ? rows : columns;
    }
}
