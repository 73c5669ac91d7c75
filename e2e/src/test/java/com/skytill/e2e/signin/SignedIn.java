package com.skytill.e2e.signin;

import com.skytill.e2e.suite.RunningSuite;

/** What a person's sign-in gave the installation's client. */
public record SignedIn(String code, String accessToken, String refreshToken) {

    /** The administrator signs in. */
    public static SignedIn by(RunningSuite suite) throws Exception {
        var flow = new CodeFlow(suite);
        var code = flow.code();
        var tokens = flow.exchange(code);
        return new SignedIn(code, tokens.text("/access_token"), tokens.text("/refresh_token"));
    }
}
