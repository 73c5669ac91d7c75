package com.skytill.products.classification;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Adds a product type, by which staff sort the products. */
@Singleton
final class AddProductType implements Update<String, Void> {

    private final ClassificationStore store;

    AddProductType(ClassificationStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_product_type",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a product type",
                        "A product, data or not, may be of one type: for example fibre, wireless, VoIP or hardware.",
                        "product_type",
                        TypeView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public String read(ParameterReader in) {
        return in.text("name", "What staff call it, unique in whatever case")
                .max(100)
                .example("Fibre")
                .mandatory();
    }

    @Override
    public Uni<Void> check(String name, Caller submitter) {
        return store.hasTypeName(name)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another product type has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(String name, Void checked, Caller submitter) {
        var type = new ProductType();
        type.name = name;
        return store.add(type)
                .map(added -> Outcome.added("product_type", added.typeId, new TypeView(added.typeId, added.name)));
    }
}
