package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.VoucherCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class QrTest {

    private static final VoucherCode CODE = new VoucherCode("Camp7-K7Q-M9X-WT4");

    @Test
    void codeAloneByDefault() {
        assertEquals("Camp7-K7Q-M9X-WT4", content(null).of(CODE));
    }

    @Test
    void addressOfTheLoginPageWithTheCodeWhereverItBelongs() {
        assertEquals(
                "http://10.5.50.1/login?username=Camp7-K7Q-M9X-WT4&password=Camp7-K7Q-M9X-WT4",
                content("http://10.5.50.1/login?username={code}&password={code}")
                        .of(CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://wisp.example/login",
                "ftp://wisp.example/{code}",
                "javascript:alert({code})",
                "/login?{code}",
                "http:///{code}"
            })
    void addressThatIsNoneIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> content(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7Q-M9X-WT4",
                "Camp7-K7Q-M9X-WT4",
                "http://10.5.50.1/login?username=Camp7-K7Q-M9X-WT4&password=Camp7-K7Q-M9X-WT4"
            })
    void anotherLibraryReadsWhatItShows(String text) {
        var image = QrImage.of(text);
        assertEquals(
                text, QrReader.read("<svg viewBox=\"%s\"><path d=\"%s\"/>".formatted(image.viewBox(), image.path())));
    }

    private static QrContent content(String url) {
        return new QrContent(() -> Optional.ofNullable(url));
    }
}
