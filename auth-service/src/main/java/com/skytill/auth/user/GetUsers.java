package com.skytill.auth.user;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The users. */
@Singleton
final class GetUsers implements Query<UserFilter> {

    private final AccountStore store;

    GetUsers(AccountStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_users",
                Section.CONFIGURATION,
                Permission.SYSTEM_READ,
                "Lists the users",
                "In the order in which they were added, inactive ones too.",
                UserView.class);
    }

    @Override
    public UserFilter read(ParameterReader in) {
        return new UserFilter(
                in.text("search", "Only users with this in username, name or e-mail address")
                        .max(100)
                        .optional(),
                in.flag("active", "Only active users, or only others").optional(),
                in.page());
    }

    @Override
    public Uni<Page<UserView>> answer(UserFilter filter, Caller caller) {
        return store.list(filter)
                .map(accounts ->
                        Page.of(accounts.stream().map(UserView::of).toList(), filter.page(), UserView::userId));
    }
}
