package com.skytill.vouchers.batch;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as what an SVG needs to draw it.
 *
 * @param size modules to a side, without the white border of {@link #BORDER} around it
 * @param path the dark modules
 */
record QrImage(int size, String path) {

    /** The standard's quiet zone, in modules. */
    static final int BORDER = 4;

    /** The QR code of a text; a seventh of it may be dirty or torn. */
    static QrImage of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h').append(x - from).append("v1H").append(from).append('z');
                }
            }
        }
        return new QrImage(code.size, path.toString());
    }

    /** The part of the plane that the SVG shows. */
    String viewBox() {
        int side = size + 2 * BORDER;
        return "-%d -%d %d %d".formatted(BORDER, BORDER, side, side);
    }
}
