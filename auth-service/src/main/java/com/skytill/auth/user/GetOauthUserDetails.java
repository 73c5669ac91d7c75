package com.skytill.auth.user;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Tells a token's holder who it speaks for and what it may do. */
@Singleton
final class GetOauthUserDetails implements Query<GetOauthUserDetails.None> {

    record None() {}

    private final Accounts accounts;

    GetOauthUserDetails(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_oauth_user_details",
                        Section.CONFIGURATION,
                        null,
                        "Tells who the token speaks for",
                        "The permissions are those of the user, narrowed by the token's scope.",
                        UserDetailsView.class)
                .failingBy();
    }

    @Override
    public None read(ParameterReader in) {
        return new None();
    }

    @Override
    public Uni<UserDetailsView> answer(None parameters, Caller caller) {
        return accounts.self(caller)
                .map(user -> new UserDetailsView(
                        user.map(User::userId).orElse(null),
                        caller.username(),
                        user.map(User::name).orElse(caller.name()),
                        user.map(User::email).orElse(null),
                        caller.permissions().stream().map(Permission::code).toList(),
                        caller.clientId(),
                        caller.scope(),
                        caller.tokenExpiresAt()));
    }
}
