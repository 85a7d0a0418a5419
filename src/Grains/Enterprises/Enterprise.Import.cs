using System.Collections.Immutable;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

// What a public register says of an enterprise.
public static partial class Enterprise
{
    private static Decision<EnterpriseEvent>? DecideInImport(EnterpriseState enterprise, EnterpriseCommand command, Circumstances now) => command switch
    {
        ImportEnterprise c => DecideImportEnterprise(enterprise, c, now),
        _ => Decision<EnterpriseEvent>.NotOfThisStage,
    };

    // What a register says of the area counts where it says something.
    private static Decision<EnterpriseEvent> DecideImportEnterprise(EnterpriseState enterprise, ImportEnterprise command, Circumstances now)
    {
        var changed = DecideChangeEnterprise(enterprise, command.AsChange(), now);
        if (changed.Refusal is not null || string.IsNullOrWhiteSpace(command.Area))
        {
            return changed;
        }

        var assigned = DecideAssignEnterpriseArea(enterprise, new AssignEnterpriseArea(command.Area), now);
        return assigned.Refusal is { } notListed ? notListed : (EnterpriseEvent[])[.. changed.Events, .. assigned.Events];
    }
}

/// <summary>导入企业. Takes over one row of a public register: registers the enterprise, changes only what differs, or leaves it as it is. What the row does not say stays; a closed enterprise stays closed.</summary>
/// <param name="CreditCode">统一社会信用代码. As read; it is checked and normalised.</param>
/// <param name="Details">登记事项. What the row says; N/A counts as nothing said.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; null when the register has no such column.</param>
/// <param name="Area">所在区域. Code or Chinese name; null when the register has no such column or says nothing.</param>
[GenerateSerializer, Immutable, Alias("enterprise.import"), AllowedTo(Roles.Administrator | Roles.SectionHead), NotOffered]
public sealed record ImportEnterprise(
    string CreditCode,
    EnterpriseDetails Details,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null) : EnterpriseCommand
{
    /// <summary>The row as a first registration.</summary>
    internal RegisterEnterprise AsRegistration() => new(CreditCode, Details, ProductClasses, Area: Area);

    /// <summary>The row as a change of what it says.</summary>
    internal ChangeEnterprise AsChange() => new(
        FreeText.OfRegister(Details.Name),
        FreeText.OfRegister(Details.District),
        FreeText.OfRegister(Details.Address),
        FreeText.OfRegister(Details.BusinessScope),
        FreeText.OfRegister(Details.EnterpriseType),
        Details.RegisteredOn,
        FreeText.OfRegister(Details.Capital),
        FreeText.OfRegister(Details.Province),
        ProductClasses);
}
