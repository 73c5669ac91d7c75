package com.skytill.auth.signin;

import com.skytill.auth.user.Accounts;
import com.skytill.auth.user.OwnPassword;
import com.skytill.auth.user.Proof;
import com.skytill.auth.user.User;
import com.skytill.auth.user.UserParameters;
import com.skytill.auth.user.UserView;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.concurrent.Semaphore;

/** Lets users change their own password, with the old one: whoever got hold of a token must not take the account over. */
@Singleton
final class ChangePassword implements Update<ChangePassword.Parameters, Proof> {

    record Parameters(String currentPassword, String password) {}

    // Each holds the connection of its transaction while it waits for another: never so many that all are held.
    private static final int AT_ONCE = 4;

    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Accounts accounts;
    private final SignIns signIns;
    private final OwnPassword ownPassword;

    ChangePassword(Accounts accounts, SignIns signIns, OwnPassword ownPassword) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.ownPassword = ownPassword;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "change_password",
                        Section.CONFIGURATION,
                        null,
                        "Changes the caller's own password",
                        "Ends all of the user's access tokens, grants and browser sessions at once, the token at hand among them."
                                + " Takes effect at once, without review. Wrong guesses at current_password slow down as sign-ins do.",
                        "user",
                        UserView.class)
                .failingBy(ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("current_password", "The password as it is")
                        .max(200)
                        .secret()
                        .example("the password until now")
                        .mandatory(),
                UserParameters.password(in, "The new one: at least 12 characters, at most 72 bytes as UTF-8")
                        .mandatory());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<Proof> check(Parameters parameters, Caller caller) {
        return accounts.owner(caller, null).flatMap(user -> {
            if (parameters.password().equalsIgnoreCase(user.username())) {
                throw ProblemException.parameter("password", "must not be the username");
            }
            return confirm(user, parameters.currentPassword());
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Proof proof, Caller caller) {
        return ownPassword
                .set(proof, parameters.password())
                .map(set -> Outcome.changed("user", proof.userId(), set.orElseThrow(ChangePassword::wrong)));
    }

    private Uni<Proof> confirm(User user, String password) {
        if (!running.tryAcquire()) {
            throw new ProblemException(ProblemCode.RATE_LIMITED, "Others change their passwords just now; try again");
        }
        return signIns.confirm(user, password)
                .onTermination()
                .invoke(running::release)
                .map(ChangePassword::proof);
    }

    private static Proof proof(SignIns.Result result) {
        return switch (result) {
            case SignIns.Result.SignedIn done -> done.proof();
            case SignIns.Result.Wrong ignored -> throw wrong();
            case SignIns.Result.TooMany wait -> throw new ProblemException(ProblemCode.RATE_LIMITED, wait.words());
        };
    }

    private static ProblemException wrong() {
        return ProblemException.parameter("current_password", "is not right");
    }
}
