using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证命令的入口.</summary>
public sealed class LicenceDoor : CommandDoor<ILicenceGrain, LicenceState, LicenceCommand, LicenceType>
{
    /// <inheritdoc/>
    public override string Key => "number";

    /// <inheritdoc/>
    public override string KeyDescription => "证书编号. Which licence.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("licence", "许可证");

    /// <inheritdoc/>
    protected override string Concept => Licence.Concept.Name;

    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = LicenceNumber.Parse(given, out var parsed);
        key = problem is null ? parsed.Text : given;
        return problem;
    }

    /// <inheritdoc/>
    protected override LicenceType Show(Snapshot<LicenceState> subject) => new(subject);
}
