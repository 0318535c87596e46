package dev.mendel.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// Images of digits of which nobody says the class, in an order, all of one size. Unchangeable.
public final class DigitImages {
    private static final int WHITE = 255;

    private final Images images;
    private final List<String> names;

    private DigitImages(Images images, List<String> names) {
        this.images = images;
        this.names = names;
    }

    /// The images in files, one file after the other: a PNG holds one, an IDX file (plain or packed with gzip)
    /// any number.
    ///
    /// @param files at least one
    /// @param height the height that all of them have; even, as is the width
    /// @throws DataException if one can't be read, is of another form or damaged, or its images are of
    ///     another size
    public static DigitImages read(List<Path> files, int height, int width) throws DataException {
        var size = new Images.Size(height, width);
        var all = new ArrayList<Images>();
        var names = new ArrayList<String>();
        for (Path file : files) {
            byte[] content = content(file);
            Images read = images(file.toString(), content, size);
            all.add(read);
            boolean single = Png.is(content);
            IntStream.range(0, read.count()).forEach(i -> names.add(single ? file.toString() : file + " #" + i));
        }
        return new DigitImages(Images.joined(size, all), List.copyOf(names));
    }

    /// Images as bytes, row by row, from 0 (background) to 255 (ink); each is named by its place, from 0.
    ///
    /// @throws IllegalArgumentException if one has another number of pixels
    public static DigitImages of(List<byte[]> images, int height, int width) {
        var size = new Images.Size(height, width);
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).length != size.pixels()) {
                throw new IllegalArgumentException(
                        "image " + i + " has " + images.get(i).length + " pixels, not " + size.pixels());
            }
        }
        List<Images> each =
                images.stream().map(pixels -> new Images(size, pixels.clone())).toList();
        return new DigitImages(
                Images.joined(size, each),
                IntStream.range(0, images.size()).mapToObj(i -> "#" + i).toList());
    }

    public int count() {
        return images.count();
    }

    /// The file of an image, and its place in one that holds several, for people.
    public String name(int image) {
        return names.get(image);
    }

    /// The images that are light on the whole, as dark ink on light paper is: MNIST has light ink on a dark
    /// ground.
    public List<String> light() {
        return IntStream.range(0, count())
                .filter(image -> images.mean(image) > WHITE / 2.0)
                .mapToObj(names::get)
                .toList();
    }

    /// The negatives of these images.
    public DigitImages inverted() {
        return new DigitImages(images.inverted(), names);
    }

    /// Images at half their height and width, as [Digits#pixels] has them.
    ///
    /// @param chosen their places, from 0
    public float[] pooled(int... chosen) {
        return images.pooled(chosen);
    }

    private static Images images(String name, byte[] content, Images.Size size) throws DataException {
        if (Png.is(content)) {
            return Png.read(name, content, size);
        }
        if (!isIdx(content)) {
            String found = content.length < 2
                    ? "has " + content.length + " bytes"
                    : "starts with the bytes " + HexFormat.ofDelimiter(" ").formatHex(content, 0, 2);
            throw new DataException(name + ": " + found + "; allowed are PNG pictures (89 50) and IDX files (00 00),"
                    + " also packed with gzip (1f 8b)");
        }
        Images images;
        try {
            images = Idx.images(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read: " + e, e);
        }
        if (!images.size().equals(size)) {
            throw new DataException(name + ": its images are " + images.size() + "; allowed is " + size);
        }
        return images;
    }

    private static boolean isIdx(byte[] content) {
        return beginsWith(content, 0, 0) || beginsWith(content, 0x1f, 0x8b);
    }

    private static boolean beginsWith(byte[] content, int first, int second) {
        return content.length >= 2 && content[0] == (byte) first && content[1] == (byte) second;
    }

    private static byte[] content(Path file) throws DataException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            String found = Files.isDirectory(file) ? "is a folder" : "cannot be read: " + e.getMessage();
            throw new DataException(file + ": " + found + "; allowed are PNG pictures and IDX files", e);
        }
    }
}
