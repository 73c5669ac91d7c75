package com.skytill.auth.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RedirectUrlsOperationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://till.example/callback?till=1",
                "https://till.example:8443/",
                "https://till.example",
                "https://[2001:db8::1]/callback",
                "http://127.0.0.1:8080/callback",
                "http://[::1]/callback",
                "http://localhost/callback",
                "com.example.app:/callback",
                "com.example.app://callback"
            })
    void addressesThatOnlyTheClientReads(String address) {
        assertEquals(Optional.empty(), RedirectUrls.fault(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "till.example/callback",
                "//till.example/callback",
                "http://till.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://localhost.evil.example/",
                "http:/callback",
                "https://till.example/callback#",
                "https://till.example/#token",
                "https://user@till.example/callback",
                "https://user:password@till.example/callback",
                "https://@till.example/",
                "https://till.example\\@evil.example/",
                "https://*.example/callback",
                "https:///callback",
                "https:callback",
                "https://till.example:99999/",
                "https://till.example:0/",
                "https://till.example/a b",
                "https://till.example/\r\nSet-Cookie:a",
                "https://till.example/\u0000",
                "https://till.exämple/",
                "HTTPS://till.example/",
                "javascript:alert(1)",
                "javascript://till.example/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://till.example/",
                "blob:https://till.example/1",
                "app:/callback",
                "com.example.app:callback",
                "com.example.app://a;script-src%20x/",
                ".example:/callback",
                ""
            })
    void addressesThatOthersReadOrThatBrowsersRun(String address) {
        assertTrue(RedirectUrls.fault(address).isPresent());
    }

    @Test
    void longestAddressHas500Characters() {
        String most = "https://till.example/".concat("x".repeat(479));
        assertEquals(Optional.empty(), RedirectUrls.fault(most));
        assertTrue(RedirectUrls.fault(most + "x").isPresent());
    }
}
