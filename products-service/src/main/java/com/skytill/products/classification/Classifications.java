package com.skytill.products.classification;

import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.function.LongFunction;

/** Lets a product belong to groups and types that exist, and to no others. */
@Singleton
public final class Classifications {

    private final ClassificationStore store;

    Classifications(ClassificationStore store) {
        this.store = store;
    }

    /** Fails with the parameter that names a group or type which does not exist; null is none. */
    public Uni<Void> requireKnown(Long groupId, Long typeId) {
        return known("group_id", groupId, store::hasGroup).flatMap(ignored -> known("type_id", typeId, store::hasType));
    }

    private static Uni<Void> known(String parameter, Long id, LongFunction<Uni<Boolean>> exists) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return exists.apply(id)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.parameter(parameter, "there is none with this ID");
                    }
                })
                .replaceWithVoid();
    }
}
