package com.skytill.auth.sso;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Accounts;
import com.skytill.auth.user.User;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/** Makes a link that signs one user in, in a browser, once and within a minute. */
@Singleton
final class GenerateSsoToken implements Update<GenerateSsoToken.Parameters, User> {

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** The username is null for the caller's own. */
    record Parameters(String url, String username) {}

    private final SsoTokenStore store;
    private final Accounts accounts;
    private final Opaque opaque;
    private final Clock clock;
    private final String publicUrl;

    GenerateSsoToken(
            SsoTokenStore store,
            Accounts accounts,
            Opaque opaque,
            Clock clock,
            @ConfigProperty(name = "skytill.public-url") String publicUrl) {
        this.store = store;
        this.accounts = accounts;
        this.opaque = opaque;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "generate_sso_token",
                        Section.CONFIGURATION,
                        null,
                        "Makes a link that signs a user in",
                        "The login_url of the answer, opened in a browser within 60 seconds, signs the user in and goes on to url;"
                                + " once. For another user than the caller it needs system_write, and every permission that the"
                                + " other user holds. A token narrowed by a scope can't make one, since the browser would not be"
                                + " narrowed. Takes effect at once, without review.",
                        "sso_login",
                        SsoLoginView.class)
                .showingOnce("sso_token")
                .showingOnce("login_url")
                .failingBy(
                        ProblemCode.INSUFFICIENT_PERMISSION, ProblemCode.INSUFFICIENT_SCOPE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        String url = in.text("url", "The page to go on to: a path on this site")
                .max(1000)
                .orElse("/console/");
        if (url != null && !SitePath.is(url)) {
            in.refuse("url", "must be a path on this site, such as /console/");
        }
        return new Parameters(
                url,
                in.text("username", "Whom to sign in; the caller's own user when absent")
                        .max(100)
                        .optional());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<User> check(Parameters parameters, Caller caller) {
        return accounts.owner(caller, parameters.username())
                .invoke(user -> {
                    if (!user.active()) {
                        throw ProblemException.parameter("username", "is an inactive user");
                    }
                })
                // The browser may do whatever the user may.
                .call(user -> accounts.requireToActFor(caller, user, user.permissions()));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, User user, Caller caller) {
        String token = opaque.next("sso_");
        var expiresAt = clock.instant().plus(LIFETIME);
        var view = new SsoLoginView(user.username(), parameters.url(), expiresAt);
        return store.add(token, user.userId(), parameters.url(), expiresAt)
                .replaceWith(() -> Outcome.added("sso_login", user.userId(), view)
                        .showingOnce("sso_token", token)
                        .showingOnce("login_url", publicUrl + "/sso?sso_token=" + token));
    }
}
