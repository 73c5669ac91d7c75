package com.skytill.customers.helpdesk;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import java.util.List;

/** What is to become of a department; absent values are null and stay as they are. */
record DepartmentChanges(
        Long departmentId,
        String name,
        List<String> joining,
        List<String> leaving,
        String defaultAssignee,
        boolean nobody) {

    static DepartmentChanges read(ParameterReader in) {
        var joining = Usernames.several(in, "add_members", "Who joins its staff");
        var leaving = Usernames.several(in, "remove_members", "Who leaves its staff");
        var changes = new DepartmentChanges(
                in.id("department_id", "Which department").mandatory(),
                name(in).optional(),
                joining == null ? List.of() : joining,
                leaving == null ? List.of() : leaving,
                Usernames.one(in, "default_assignee", "The member who gets tickets that name nobody")
                        .optional(),
                in.flag("no_default_assignee", "Whether tickets that name nobody go to nobody from now on")
                        .orElse(false));
        if (changes.joining.stream().anyMatch(new Members(changes.leaving)::has)) {
            in.refuse("remove_members", "must not have anybody of add_members");
        }
        if (in.given("default_assignee") && changes.nobody) {
            in.refuse("no_default_assignee", "must not be true with default_assignee");
        }
        boolean some = in.given("name") || in.given("add_members") || in.given("remove_members");
        if (!some && !in.given("default_assignee") && !changes.nobody) {
            in.refuse(
                    "name",
                    "give at least one of name, add_members, remove_members, default_assignee and no_default_assignee");
        }
        return changes;
    }

    static Parameter<String> name(ParameterReader in) {
        return in.text("name", "What staff call it, unique in whatever case")
                .max(100)
                .example("Technical support");
    }

    /** Fails with {@code already_exists} when another department has that name. */
    static Uni<Void> nameIsFree(DepartmentStore store, String name, long exceptId) {
        if (name == null) {
            return Uni.createFrom().voidItem();
        }
        return store.hasName(name, exceptId)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another department has this name already");
                    }
                })
                .replaceWithVoid();
    }

    /** Its staff then. */
    Members members(Members before) {
        leaving.stream().filter(username -> !before.has(username)).findFirst().ifPresent(stranger -> {
            throw ProblemException.parameter("remove_members", stranger + " is no member");
        });
        return before.without(leaving).with(joining);
    }

    /** Its default assignee then. */
    String defaultAssignee(String before, Members members) {
        if (nobody) {
            return null;
        }
        if (defaultAssignee != null) {
            return members.find(defaultAssignee)
                    .orElseThrow(() -> ProblemException.parameter("default_assignee", "must be one of the members"));
        }
        if (before != null && !members.has(before)) {
            throw ProblemException.parameter(
                    "remove_members", "must leave the default assignee, or come with another default_assignee");
        }
        return before;
    }

    /** Makes them. */
    void applyTo(Department department) {
        var members = members(department.staff());
        department.defaultAssignee = defaultAssignee(department.defaultAssignee, members);
        department.members = members.usernames();
        department.name = name == null ? department.name : name;
    }
}
