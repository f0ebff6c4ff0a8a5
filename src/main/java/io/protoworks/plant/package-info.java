/**
 * What is commissioned: projects, who takes part in them, and their areas, systems, subsystems and
 * equipments.
 *
 * <p>Nouns: {@link io.protoworks.plant.Project}, {@link io.protoworks.plant.ProjectCompany}, {@link
 * io.protoworks.plant.ProjectTag}, {@link io.protoworks.plant.TeamMember}, {@link
 * io.protoworks.plant.Area}, {@link io.protoworks.plant.PlantSystem} ({@code System} in the graph),
 * {@link io.protoworks.plant.Subsystem}, {@link io.protoworks.plant.Equipment}.
 *
 * <p>Invariants: a part of a project stays in it; nothing active hangs under something that was
 * taken out of use; codes are unique under their parent, tags in their project. What a viewer may
 * not see does not exist for them: every statement asks the view {@code plant.project_viewers}.
 * What they may do in a project, {@link io.protoworks.plant.ProjectAccess} tells.
 *
 * <p>Later modules call {@link io.protoworks.plant.ProjectAccess} and, to write a whole register,
 * {@link io.protoworks.plant.PlantRegister}. What keeps an equipment in its place they tell as
 * {@link io.protoworks.plant.EquipmentHolds}. A writer that locks several levels locks from the top
 * down, and the holds after the subsystems and before the equipments.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit"})
@NullMarked
package io.protoworks.plant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
