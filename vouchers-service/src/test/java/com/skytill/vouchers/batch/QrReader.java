package com.skytill.vouchers.batch;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads QR codes from the picture that their SVG shows, with a library that has nothing to do with the one that made them. */
final class QrReader {

    private static final Pattern SVG =
            Pattern.compile("viewBox=\"-(\\d+) -\\d+ (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"/>");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
    private static final int PIXELS = 6;

    private QrReader() {}

    /** What the first QR code of the page says. */
    static String read(String html) {
        var svg = SVG.matcher(html);
        if (!svg.find()) {
            throw new AssertionError("There is no QR code");
        }
        return read(Integer.parseInt(svg.group(1)), Integer.parseInt(svg.group(2)), svg.group(3));
    }

    private static String read(int border, int side, String path) {
        int width = side * PIXELS;
        int[] picture = new int[width * width];
        Arrays.fill(picture, 0xFFFFFF);
        var run = RUN.matcher(path);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) + border;
            int y = Integer.parseInt(run.group(2)) + border;
            int length = Integer.parseInt(run.group(3));
            for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
                Arrays.fill(picture, row * width + x * PIXELS, row * width + (x + length) * PIXELS, 0);
            }
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, picture))))
                    .getText();
        } catch (ReaderException unreadable) {
            throw new AssertionError("The QR code can't be read", unreadable);
        }
    }
}
