using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

    private static Decision<EnterpriseEvent> DecideImportEnterprise(
        EnterpriseState? enterprise, ImportEnterprise command, Circumstances now)
    {
        var taken = enterprise is null
            ? DecideRegisterEnterprise(command.AsRegistration(), isCarried: true, now)
            : DecideChangeEnterprise(enterprise, command.AsChange(), now);

        // What a register says of the area counts where it says something; a registration has it already.
        var assigned = enterprise is null || taken.Refusal is not null || string.IsNullOrWhiteSpace(command.Area)
            ? Decision<EnterpriseEvent>.AlreadySo
            : DecideAssignEnterpriseArea(enterprise, new AssignEnterpriseArea(command.Area), now);
        if ((taken.Refusal ?? assigned.Refusal) is { } refused)
        {
            return refused;
        }

        EnterpriseEvent[] events = [.. taken.Events, .. assigned.Events];
        return EndInRegister(enterprise, command, now) is { } end ? (EnterpriseEvent[])[.. events, end]
            : events.Length == 0 ? Decision<EnterpriseEvent>.AlreadySo
            : events;
    }

    // A register that goes on saying what was recorded as a mistake here says nothing new.
    private static EnterpriseClosed? EndInRegister(EnterpriseState? enterprise, ImportEnterprise command, Circumstances now) =>
        command.EndedAs is { } ended && ended != enterprise?.EndInRegister
            ? new EnterpriseClosed(
                now.Day,
                new Grounds($"登记信息：{Terms.Of(ended).Chinese}", "登记机关登记信息"),
                enterprise is null ? null : News(now),
                ended)
            : null;
}

/// <summary>登记状态. What a register of enterprises says of one.</summary>
[JsonConverter(typeof(WireNameConverter<RegistrationState>))]
public enum RegistrationState
{
    /// <summary>It exists.</summary>
    [Term("存续", "existing")]
    Existing,

    /// <summary>It was struck off.</summary>
    [Term("注销", "deregistered")]
    Deregistered,

    /// <summary>Its licence to trade was revoked (公司法 第二百二十九条).</summary>
    [Term("吊销", "revoked")]
    Revoked,

    /// <summary>Its registration was withdrawn.</summary>
    [Term("撤销", "withdrawn")]
    Withdrawn,
}

/// <summary>登记用语. What the words of registers of enterprises mean.</summary>
public static class EnterpriseTexts
{
    // The shortest numbers that are called, such as 110.
    private const int FewestDigits = 3;

    /// <summary>Whether a text has a number that can be called in it; registers also write 无 or 不详.</summary>
    /// <param name="text">联系电话, such as 021-59880000转8 or two numbers.</param>
    public static bool HasTelephone(string? text) => HalfWidth.Of(text ?? "").Count(char.IsAsciiDigit) >= FewestDigits;

    /// <summary>The state that a register's words name; null when they name none.</summary>
    /// <param name="text">登记状态, such as 存续（在营、开业、在册） or 吊销，未注销.</param>
    public static RegistrationState? FindRegistrationState(string? text)
    {
        var said = HalfWidth.Of(text ?? "").Split('(')[0].Replace(",", "", StringComparison.Ordinal);
        return said switch
        {
            "存续" or "在业" or "开业" or "在营" or "在册" or "正常" or "正常经营" or "营业" or "登记成立" => RegistrationState.Existing,
            "注销" or "已注销" or "注销企业" or "吊销已注销" or "吊销后注销" => RegistrationState.Deregistered,
            "吊销" or "已吊销" or "吊销企业" or "吊销未注销" or "吊销营业执照" => RegistrationState.Revoked,
            "撤销" or "已撤销" or "撤销登记" => RegistrationState.Withdrawn,
            var other => WireName.Find<RegistrationState>(other.ToUpperInvariant()),
        };
    }
}

/// <summary>导入企业. Takes over one row of a public register: registers the enterprise, changes only what differs, or leaves it as it is. What
/// the row does not say stays; one that the register newly says has ended is closed; a closed enterprise stays closed.</summary>
/// <param name="CreditCode">统一社会信用代码. As read; it is checked and normalised.</param>
/// <param name="Details">登记事项. What the row says; N/A counts as nothing said.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; null when the register has no such column.</param>
/// <param name="Area">所在区域. Code or Chinese name; null when the register has no such column or says nothing.</param>
/// <param name="State">登记状态. What the register says; null when it does not.</param>
[GenerateSerializer, Immutable, Alias("enterprise.import"), AllowedTo(Roles.Administrator | Roles.SectionHead), NotOffered, KeepsLines]
public sealed record ImportEnterprise(
    string CreditCode,
    EnterpriseDetails Details,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null,
    RegistrationState? State = null) : EnterpriseCommand, ITakenFromRegister
{
    /// <summary>How the enterprise has ended, as the register says; null where it does not say so.</summary>
    internal RegistrationState? EndedAs => State is RegistrationState.Existing ? null : State;

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
        ProductClasses,
        FreeText.OfRegister(Details.Telephone));
}
