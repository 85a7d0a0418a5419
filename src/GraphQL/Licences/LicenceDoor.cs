using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证命令的入口.</summary>
public sealed class LicenceDoor() : SubjectDoor<ILicenceGrain, LicenceState, LicenceCommand, LicenceRow, LicenceType>(
    Licence.Concept, "number", "证书编号. Which licence.", "licence", "许可证")
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = LicenceNumber.Parse(given, out var parsed);
        key = problem is null ? parsed.Text : given;
        return problem;
    }

    /// <inheritdoc/>
    protected override int SearchPlace => 1;

    /// <inheritdoc/>
    internal override SearchHit HitOf(LicenceType found) => new(found, found.Row.Number, null, found.Row.Enterprise);
}
