using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>整改命令的入口.</summary>
public sealed class RectificationDoor() : NumberedDoor<IRectificationGrain, RectificationState, RectificationCommand, RectificationType>(
    Rectification.Concept.Name, Rectification.NumberPrefix, "编号. Which order.", "rectification", "整改", subject => new(subject));
