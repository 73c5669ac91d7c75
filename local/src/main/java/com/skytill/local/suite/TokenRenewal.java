package com.skytill.local.suite;

import com.skytill.local.home.Credentials;
import com.skytill.local.home.Home;

import java.io.IOException;
import java.time.Duration;

/** Keeps the token in {@code credentials.json} valid: a new one when half of the life of the last is over. */
final class TokenRenewal {

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Home home;
    private final Credentials credentials;
    private final TokenClient tokens;
    private final Progress progress;

    private TokenRenewal(Home home, Credentials credentials, TokenClient tokens, Progress progress) {
        this.home = home;
        this.credentials = credentials;
        this.tokens = tokens;
        this.progress = progress;
    }

    /**
     * Writes the file with its first token, and goes on from there.
     *
     * @return the thread that renews, to be interrupted at the end
     */
    static Thread start(Home home, Credentials credentials, TokenClient tokens, Progress progress)
            throws IOException, InterruptedException {
        var renewal = new TokenRenewal(home, credentials, tokens, progress);
        var first = renewal.renew();
        return Thread.ofVirtual().name("token-renewal").start(() -> renewal.renewForever(first));
    }

    private void renewForever(Duration first) {
        var delay = first;
        try {
            while (true) {
                Thread.sleep(delay);
                delay = renewOrRetry();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration renewOrRetry() throws InterruptedException {
        try {
            return renew();
        } catch (IOException e) {
            progress.say("The access token in " + home.credentials() + " could not be renewed; trying again in "
                    + RETRY.toSeconds() + " s (" + e.getMessage() + ")");
            return RETRY;
        }
    }

    private Duration renew() throws IOException, InterruptedException {
        var token = tokens.fetch(credentials);
        credentials.withAccessToken(token.value()).write(home.credentials());
        var half = token.lifetime().dividedBy(2);
        return half.compareTo(RETRY) > 0 ? half : RETRY;
    }
}
