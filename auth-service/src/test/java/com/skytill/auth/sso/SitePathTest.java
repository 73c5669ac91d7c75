package com.skytill.auth.sso;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SitePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console/",
                "/console/vouchers?status=unused&after=a%2Fb",
                "/console/#/customers/7",
                "/oauth/authorize?client_id=x&redirect_uri=https%3A%2F%2Ftill.example%2F"
            })
    void pathOfThisSiteIsGood(String path) {
        assertTrue(SitePath.is(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "console",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/ /evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/%2fevil.example",
                "/%2Fevil.example",
                "/%5cevil.example",
                "/%252fevil.example",
                "/%09/evil.example",
                "/console/..//evil.example",
                "/console/../x",
                "/./x",
                "/%2e%2e/x",
                "/x?y=%0d%0aSet-Cookie:a=b",
                "/x?y=%00",
                "/x%7f",
                "/x%",
                "/x%zz",
                "/ümlaut",
                "/\u2028x",
                "/a//b"
            })
    void whatLeadsElsewhereIsNot(String path) {
        assertFalse(SitePath.is(path));
    }
}
