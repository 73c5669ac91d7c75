package com.skytill.products.product;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The SQL of product codes: one namespace for products of every sort. */
@Singleton
public final class ProductCodeStore {

    /** Fails when another product has that code, in whatever case; {@code ownId} is null for a new product. */
    public Uni<Void> requireFree(String productCode, Long ownId) {
        var sql = """
                select exists (select from product_codes where code = lower(:code)
                    and product_id is distinct from cast(:ownId as bigint))
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("code", productCode)
                        .setParameter("ownId", ownId)
                        .getSingleResult())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another product has this product_code already");
                    }
                })
                .replaceWithVoid();
    }
}
