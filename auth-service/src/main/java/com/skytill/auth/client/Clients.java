package com.skytill.auth.client;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.skytill.auth.opaque.Opaque;
import com.skytill.platform.caller.Permission;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the OAuth clients, and which of them proved to be one (RFC 6749 §2.3). */
@Singleton
public final class Clients {

    // Compared when there is no client, or one without a secret, so that the answer takes as long.
    private static final byte[] NO_SECRET = Opaque.hash("a secret that no client has");

    private final Map<String, OAuthClient.Internal> internal = new LinkedHashMap<>();
    private final Map<String, byte[]> internalSecrets = new LinkedHashMap<>();
    private final ClientStore store;

    Clients(InternalClientsConfig config, ClientStore store) {
        this.store = store;
        config.clients()
                .forEach((id, client) -> client.secret().ifPresent(secret -> {
                    var permissions = permissions(id, client.permissions().orElse(List.of()));
                    internal.put(id, new OAuthClient.Internal(id, permissions, client.introspects()));
                    internalSecrets.put(
                            id,
                            Opaque.hash(
                                    ConfiguredSecret.checked("skytill.internal-clients." + id + ".secret", secret)));
                }));
    }

    /** What is wrong with the configured clients shows at the start, not at the first request. */
    void start(@Observes StartupEvent event) {
        // Constructing this has checked them.
    }

    /** The registered client of that ID. */
    public Uni<Optional<OAuthClient.Registered>> find(String clientId) {
        return store.find(clientId).map(found -> found.map(ClientStore.WithSecret::client));
    }

    /** The client that showed that secret; fails with {@code invalid_client}, whatever is wrong. */
    public Uni<OAuthClient> authenticate(PlainClientSecret shown) {
        String clientId = shown.getClientID().getValue();
        byte[] secret = Opaque.hash(shown.getClientSecret().getValue());
        if (internal.containsKey(clientId)) {
            boolean same = MessageDigest.isEqual(internalSecrets.get(clientId), secret);
            return same ? Uni.createFrom().item(internal.get(clientId)) : refused();
        }
        // PostgreSQL takes no NUL, and no client's name has a control character.
        var wanted = clientId.chars().anyMatch(Character::isISOControl)
                ? Uni.createFrom().item(Optional.<ClientStore.WithSecret>empty())
                : store.find(clientId);
        return wanted.flatMap(found -> {
            var hash = found.map(ClientStore.WithSecret::secretHash);
            boolean same = MessageDigest.isEqual(hash.map(Buffer::getBytes).orElse(NO_SECRET), secret);
            return same && hash.isPresent()
                    ? Uni.createFrom().<OAuthClient>item(found.orElseThrow().client())
                    : refused();
        });
    }

    /** The public client of that ID, which has no secret to show; fails with {@code invalid_client}. */
    public Uni<OAuthClient> identify(String clientId) {
        return find(clientId)
                .flatMap(found -> found.filter(client -> !client.confidential())
                        .map(client -> Uni.createFrom().<OAuthClient>item(client))
                        .orElseGet(Clients::refused));
    }

    private static Set<Permission> permissions(String id, List<String> codes) {
        for (var code : codes) {
            if (Permission.find(code).isEmpty()) {
                throw new IllegalArgumentException(
                        "skytill.internal-clients." + id + ".permissions: there is no permission " + code);
            }
        }
        return Permission.ofCodes(codes);
    }

    private static Uni<OAuthClient> refused() {
        return Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_CLIENT));
    }
}
