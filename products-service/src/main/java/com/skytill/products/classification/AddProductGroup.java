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

/** Adds a product group, by which staff sort the products. */
@Singleton
final class AddProductGroup implements Update<String, Void> {

    private final ClassificationStore store;

    AddProductGroup(ClassificationStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_product_group",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a product group",
                        "A product, data or not, may belong to one group: for example all that a business buys.",
                        "product_group",
                        GroupView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public String read(ParameterReader in) {
        return in.text("name", "What staff call it, unique in whatever case")
                .max(100)
                .example("Business")
                .mandatory();
    }

    @Override
    public Uni<Void> check(String name, Caller submitter) {
        return store.hasGroupName(name)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another product group has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(String name, Void checked, Caller submitter) {
        var group = new ProductGroup();
        group.name = name;
        return store.add(group)
                .map(added -> Outcome.added("product_group", added.groupId, new GroupView(added.groupId, added.name)));
    }
}
