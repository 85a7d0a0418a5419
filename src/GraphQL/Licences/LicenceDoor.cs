using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证命令的入口.</summary>
public sealed class LicenceDoor() : CommandDoor<ILicenceGrain, LicenceState, LicenceCommand, LicenceType>(
    Licence.Concept.Name, "number", "证书编号. Which licence.", "licence", "许可证", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = LicenceNumber.Parse(given, out var parsed);
        key = problem is null ? parsed.Text : given;
        return problem;
    }
}
