package com.skytill.auth.client;

import com.skytill.auth.user.Accounts;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Optional;

/** Knows which clients a caller may touch: the caller's own, or any with system_write. Others' look like none. */
@Singleton
public final class OwnClients {

    private final OwnedClientStore store;
    private final Accounts accounts;

    OwnClients(OwnedClientStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** Whose client that is, which stays until the transaction ends; fails with {@code not_found}. */
    public Uni<Long> ownerOf(String clientId, Caller caller) {
        return store.keep(clientId).map(found -> mine(found, caller).ownerId());
    }

    Uni<OwnedClient> get(String clientId, Caller caller) {
        return store.find(clientId).map(found -> mine(found, caller));
    }

    private OwnedClient mine(Optional<OwnedClient> found, Caller caller) {
        return found.filter(client -> caller.may(Permission.SYSTEM_WRITE) || accounts.is(caller, client.ownerId()))
                .orElseThrow(() -> ProblemException.notFound("OAuth client"));
    }
}
