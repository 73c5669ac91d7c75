package com.skytill.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.skytill.gateway.answer.Refusal;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Knows the tokens of the last seconds and asks auth-service about the others, once per token however many requests
 * wait for the answer.
 */
@Singleton
public final class TokenVerifier {

    private static final Duration LONGEST_AGE = Duration.ofSeconds(10);

    private final Introspection introspection;
    private final TokenConfig config;
    private final Clock clock;
    private final Ticker ticker;
    private final Cache<TokenKey, Verdict> known;
    private final ConcurrentMap<TokenKey, CompletableFuture<Verdict>> running = new ConcurrentHashMap<>();

    TokenVerifier(Introspection introspection, TokenConfig config, Clock clock, Ticker ticker) {
        if (config.maxAge().compareTo(LONGEST_AGE) > 0) {
            throw new IllegalArgumentException(
                    "skytill.gateway.token.max-age is at most 10s: a revoked token must be refused by then");
        }
        this.introspection = introspection;
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfter(Expiry.<TokenKey, Verdict>creating(
                        (key, verdict) -> Duration.ofNanos(Math.max(0, verdict.deadlineNanos() - ticker.read()))))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** The good token when it is known as one; null when only {@link #verify} can tell. */
    public VerifiedToken known(OpaqueToken token) {
        return known.getIfPresent(TokenKey.of(token)) instanceof VerifiedToken good
                        && good.deadlineNanos() - ticker.read() > 0
                ? good
                : null;
    }

    /**
     * The good token, at once when it is known. Fails with a {@link Refusal}: 401 when it is bad, 503 when auth-service
     * can't tell. May complete on any thread.
     */
    public CompletableFuture<VerifiedToken> verify(OpaqueToken token) {
        var key = TokenKey.of(token);
        var verdict = known.getIfPresent(key);
        return (verdict == null ? ask(key, token) : CompletableFuture.completedFuture(verdict)).thenApply(this::good);
    }

    private VerifiedToken good(Verdict verdict) {
        return switch (verdict) {
            case RefusedToken ignored -> throw Refusal.invalidToken("The access token is unknown, expired or revoked");
            // Whoever waited longer than the answer is good for must not use it either.
            case VerifiedToken late
            when late.deadlineNanos() - ticker.read() <= 0 ->
                throw Refusal.unavailable("Tokens can't be checked in time");
            case VerifiedToken good -> good;
        };
    }

    private CompletableFuture<Verdict> ask(TokenKey key, OpaqueToken token) {
        var mine = new CompletableFuture<Verdict>();
        var others = running.putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        // The call before may have ended between the look-up and here.
        var verdict = known.getIfPresent(key);
        if (verdict != null) {
            end(key, mine);
            mine.complete(verdict);
        } else if (running.size() > config.introspectionsAtOnce()) {
            end(key, mine);
            mine.completeExceptionally(Refusal.unavailable("Too many tokens are being checked now"));
        } else {
            introspect(key, token, mine);
        }
        return mine;
    }

    private void introspect(TokenKey key, OpaqueToken token, CompletableFuture<Verdict> mine) {
        long startNanos = ticker.read();
        introspection
                .of(token)
                .subscribe()
                .with(
                        answer -> {
                            var verdict = verdict(answer, startNanos);
                            known.put(key, verdict);
                            end(key, mine);
                            mine.complete(verdict);
                        },
                        failure -> {
                            end(key, mine);
                            mine.completeExceptionally(failure);
                        });
    }

    private void end(TokenKey key, CompletableFuture<Verdict> mine) {
        running.remove(key, mine);
    }

    private Verdict verdict(Optional<ActiveToken> answer, long startNanos) {
        if (answer.isEmpty()) {
            return new RefusedToken(ticker.read() + config.refusedAge().toNanos());
        }
        var token = answer.get();
        Instant end =
                token.expiresAt().isBefore(token.phantomExpiresAt()) ? token.expiresAt() : token.phantomExpiresAt();
        Duration untilExpiry = Duration.between(clock.instant(), end);
        Duration left = untilExpiry.compareTo(config.maxAge()) < 0 ? untilExpiry : config.maxAge();
        long deadlineNanos = Math.min(startNanos + config.maxAge().toNanos(), ticker.read() + left.toNanos());
        return new VerifiedToken(
                "Bearer " + token.phantomToken(), token.clientId(), token.permissions(), deadlineNanos);
    }
}
