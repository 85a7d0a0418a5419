using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Who a case is about: each once, with what only those see who need it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInParties(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AddCaseParty or RecordPartyParticulars when !state.IsOpen => new CaseNotInStage(state.Stage),
        AddCaseParty c => DecideAddCaseParty(state, c, now),
        RecordPartyParticulars c => DecideRecordPartyParticulars(state, c, now),
        CorrectCaseParty c => DecideCorrectCaseParty(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInParties(CaseState state, CaseEvent happened) => happened switch
    {
        CasePartyAdded e => state with { Parties = state.Parties.Add(e.Party) },
        PartyParticularsRecorded e => state.WithParty(e.Party, state.AllParties[e.Party - 1] with { Particulars = e.Sealed }),
        CasePartyCorrected e => state.WithParty(e.Party, e.To with { Particulars = state.AllParties[e.Party - 1].Particulars }),
        _ => null,
    };

    private static (CaseParty? Party, Refusal? Refused) Party(
        (PartyKind Kind, string? Name, string? CreditCode, string? Address, string? Den) named, Circumstances now,
        string nameField = "partyName", string codeField = "enterpriseCreditCode")
    {
        var (kind, name, creditCode, address, den) = named;
        if (FreeText.Given(den) is not null)
        {
            if (FreeText.Given(creditCode) is not null)
            {
                return (null, EnterpriseOrDen.Problem(creditCode, den));
            }

            // A den is called as it is recorded, and is where it is; also one that has ended since is a party for what it did.
            return now.DenProblem(den, null, out var known) is { } wrongDen
                ? (null, wrongDen)
                : (new CaseParty(PartyKind.Den, known!.Details.Name, null, known.Details.Address) { Den = known.Number }, null);
        }

        if (FreeText.Given(creditCode) is { } given)
        {
            var found = now.Required<PartyFound>().Name;
            if (CreditCode.ParseNamed(given, found is not null, out var code) is { } wrongCode)
            {
                return (null, wrongCode with { Field = codeField });
            }

            // Who is registered is called as it is registered, however it was written down.
            return found is { } registered
                ? (new CaseParty(PartyKind.Enterprise, registered, code.ToString(), FreeText.Given(address)), null)
                : (null, new PartyNotRegistered(code.ToString()));
        }

        return FreeText.Given(name) is { } said
            ? (new CaseParty(kind, said, null, FreeText.Given(address)), null)
            : (null, new InvalidInput(nameField, "请填写当事人名称或者统一社会信用代码", "Give the party's name or its credit code"));
    }

    private static Decision<CaseEvent> DecideAddCaseParty(CaseState state, AddCaseParty c, Circumstances now)
    {
        var (party, refused) = Party((c.Kind, c.Name, c.CreditCode, c.Address, c.Den), now, "name", "creditCode");
        return refused is not null ? refused
            : AlreadyNamed(state.AllParties, party!) is { } named ? named

            // A further party has had no notice, no hearing and no review: none is added to what was decided, and what was proposed of the
            // others is proposed anew (行政处罚法 第四十四条、第五十八条).
            : state.Decision is not null || state.NoPenalty is not null ? new CaseNotInStage(state.Stage)
            : (CaseEvent[])[new CasePartyAdded(party!), .. ProposedAnew(state, AnotherParty, now)];
    }

    private static Grounds AnotherParty { get; } =
        new("追加当事人，应当另行调查、审核并告知", "《行政处罚法》第四十四条、第五十八条");

    private static Decision<CaseEvent> DecideRecordPartyParticulars(CaseState state, RecordPartyParticulars c, Circumstances now)
    {
        if (PartyAt(state, c.Party) is not { } party)
        {
            return new NoSuchItem("party", c.Party);
        }

        if (PartyParticulars.Problem(party.Kind, c) is { } problem)
        {
            return problem;
        }

        return now.Required<ParticularsSealed>() is { AreAlreadyKept: false, Text: { } text }
            ? new PartyParticularsRecorded(c.Party, text)
            : Decision<CaseEvent>.AlreadySo;
    }

    // What was counted for a den that turns out to be none is taken back, and the other way about.
    private static Decision<CaseEvent> DecideCorrectCaseParty(CaseState state, CorrectCaseParty c, Circumstances now)
    {
        if (PartyAt(state, c.Party) is not { } known)
        {
            return new NoSuchItem("party", c.Party);
        }

        var (party, refused) = Party((c.Kind, c.Name, c.CreditCode, c.Address, c.Den), now, "name", "creditCode");
        if ((refused ?? AlreadyNamed(state.AllParties.RemoveAt(c.Party - 1), party!) ?? (Refusal?)c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        if (known with { Particulars = null } == party)
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        // What was decided was decided of whom it names: another party has had no notice, no hearing and no review (行政处罚法 第四十四条).
        // Where its code was left out or is wrong by a slip, it is the same party by its name. A slip of the pen in the name itself, such
        // as a wrong character of the same person's, is put right by a document of the head, who sees both names.
        if (IsDecided(state) && !IsKnownAs(known, party!))
        {
            if (!IsSlipOf(known, party!))
            {
                return new DecidedOfAnotherParty(known.Name);
            }

            if (FreeText.Missing("documentNumber", c.Grounds.DocumentNumber) is { } unnamed)
            {
                return unnamed;
            }
        }

        var corrected = new CasePartyCorrected(c.Party, known with { Particulars = null }, party!, Counted(now), c.Grounds.Trimmed());
        return known.IsSameAs(party!) ? corrected : (CaseEvent[])[corrected, .. ProposedAnew(state, c.Grounds, now)];
    }

    private static bool IsDecided(CaseState state) => state.Decision is not null || state.NoPenalty is not null;

    private static bool IsKnownAs(CaseParty known, CaseParty party) => known.IsSameAs(party) || known.IsCalledAs(party);

    // Of one kind, neither with a code nor a den of another's, and something of the name or the address the same.
    private static bool IsSlipOf(CaseParty known, CaseParty party) =>
        known.Kind == party.Kind && known.CreditCode == party.CreditCode && known.Den == party.Den
        && (known.SharesNameWith(party) || (known.Address is { } address && address == party.Address));

    // What the head approves: that the name in a decision was a slip of the pen.
    private static bool IsSlipOfDecision(CaseState state, CorrectCaseParty c) =>
        IsDecided(state) && PartyAt(state, c.Party) is { } known && FreeText.Given(c.CreditCode) is null && FreeText.Given(c.Den) is null
        && new CaseParty(c.Kind, c.Name ?? "", null, null) is var named && !known.IsCalledAs(named);

    private static CaseParty? PartyAt(CaseState state, int number) =>
        number >= 1 && number <= state.AllParties.Length ? state.AllParties[number - 1] : null;

    // A case is about the same party once: by its code or its den, and by kind and name where one of the two has none.
    private static PartyAlreadyNamed? AlreadyNamed(ImmutableArray<CaseParty> parties, CaseParty party) =>
        parties.FirstOrDefault(known => known.IsSameAs(party)) is { } same ? new PartyAlreadyNamed(same.Name, same.CreditCode) : null;
}

/// <summary>当事人. Somebody a case is about.</summary>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name; a registered enterprise's is the registered one.</param>
/// <param name="CreditCode">统一社会信用代码. Of a registered enterprise, or null.</param>
/// <param name="Address">地址. Or null.</param>
[GenerateSerializer, Immutable, Alias("case-party")]
public sealed record CaseParty(PartyKind Kind, string Name, string? CreditCode, string? Address)
{
    /// <summary>加密的身份信息. Representative, telephone and identity number, encrypted; null where none were recorded.</summary>
    [Id(70)] public string? Particulars { get; init; }

    /// <summary>窝点编号. Of a den that is recorded, so that its cases of any year are found; null for other parties, and for a den that the
    /// case alone knows.</summary>
    [Id(185)] public string? Den { get; init; }

    /// <summary>计量对象. As whom it is counted: its code, the den's number, or its name where it has neither.</summary>
    internal string CountedAs => CreditCode ?? Den ?? Name;

    /// <summary>Whether both are the same party: by code or den, else by kind and name.</summary>
    /// <param name="other">Another party.</param>
    public bool IsSameAs(CaseParty other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CreditCode is { } code && other.CreditCode is { } otherCode ? code == otherCode
            : Den is { } den && other.Den is { } otherDen ? den == otherDen
            : IsCalledAs(other);
    }

    /// <summary>Whether both are of one kind and have one name, whatever their codes.</summary>
    /// <param name="other">Another party.</param>
    public bool IsCalledAs(CaseParty other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Plain(Name) == Plain(other.Name);
    }

    /// <summary>Whether one of the characters of their names stands in both.</summary>
    /// <param name="other">Another party.</param>
    internal bool SharesNameWith(CaseParty other) =>
        Plain(Name).Intersect(Plain(other.Name)).Any(sign => char.IsLetterOrDigit(sign) && sign is not '某');

    private static string Plain(string name) => HalfWidth.Of(name).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}

/// <summary>当事人身份信息. What only those see who need it: personal data, which the journal and the tables have encrypted only (个人信息保护法
/// 第五十一条).</summary>
/// <param name="Representative">法定代表人或者负责人. Who represents it, or null.</param>
/// <param name="Telephone">联系电话. Or null.</param>
/// <param name="IdentityNumber">身份证件号码. Of the person, or of who represents it, or null.</param>
public sealed record PartyParticulars(string? Representative, string? Telephone, string? IdentityNumber)
{
    private const int IdentityDigits = 18;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>What is wrong with what is to be recorded, or null.</summary>
    /// <param name="kind">What the party is.</param>
    /// <param name="command">What was given.</param>
    internal static InvalidInput? Problem(PartyKind kind, IGivesParticulars command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (name, telephone, identity) = Of(command);
        return name is null && telephone is null && identity is null
                ? new InvalidInput("representative", "请至少填写一项", "Give one of them at least")
            : telephone is not null && !IsTelephone(telephone)
                ? new InvalidInput("telephone", "电话号码的形式不对", "This is no telephone number")
            : identity is not null && !IsIdentityNumber(identity)
                ? new InvalidInput("identityNumber", "身份证件号码的位数或者校验码不对", "This identity number has not the right length or check digit")
            : null;
    }

    /// <summary>What a command gives, in normal form.</summary>
    /// <param name="command">The command.</param>
    internal static PartyParticulars Of(IGivesParticulars command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new(FreeText.Given(command.Representative), Plain(command.Telephone), Plain(command.IdentityNumber)?.ToUpperInvariant());
    }

    /// <summary>What was recorded, from its encrypted text; null where that cannot be read.</summary>
    /// <param name="encrypted">The encrypted text.</param>
    /// <param name="personal">What encrypts and reads.</param>
    public static PartyParticulars? Read(string encrypted, PersonalData personal)
    {
        ArgumentNullException.ThrowIfNull(personal);
        return personal.Open(encrypted) is { } plain ? JsonSerializer.Deserialize(plain, CaseJson.Default.PartyParticulars) : null;
    }

    /// <summary>Whether what was recorded is what a command gives.</summary>
    /// <param name="encrypted">The encrypted text.</param>
    /// <param name="command">The command.</param>
    /// <param name="personal">What encrypts and reads.</param>
    internal static bool Reads(string encrypted, IGivesParticulars command, PersonalData personal) =>
        Read(encrypted, personal) == Of(command);

    /// <summary>The encrypted text of these.</summary>
    /// <param name="personal">What encrypts and reads.</param>
    public string Sealed(PersonalData personal)
    {
        ArgumentNullException.ThrowIfNull(personal);
        return personal.Seal(JsonSerializer.Serialize(this, CaseJson.Default.PartyParticulars));
    }

    /// <summary>What of an encrypted text somebody is shown: all of it who needs it, else masked; null where none was recorded.</summary>
    /// <param name="encrypted">The encrypted text, or null.</param>
    /// <param name="isNeeded">Whether whoever asks needs all of it.</param>
    /// <param name="personal">What encrypts and reads.</param>
    public static PartyParticulars? Shown(string? encrypted, bool isNeeded, PersonalData personal) =>
        encrypted is not null && Read(encrypted, personal) is { } particulars ? isNeeded ? particulars : particulars.Masked() : null;

    /// <summary>The same as those see it who need not know: surname, and the ends of the numbers.</summary>
    public PartyParticulars Masked() => new(
        Representative is { Length: > 0 } name ? name[..1] + new string('*', Math.Max(1, name.Length - 1)) : null,
        Mask(Telephone, 3, 4),
        Mask(IdentityNumber, 3, 4));

    private static bool IsTelephone(string number) =>
        number.Length is >= 7 and <= 20 && number.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '+');

    private static string? Plain(string? given) =>
        FreeText.Given(given) is { } text ? HalfWidth.Of(text).Replace(" ", "", StringComparison.Ordinal) : null;

    private static string? Mask(string? number, int first, int last) => number is null ? null
        : number.Length <= first + last ? new string('*', number.Length)
        : number[..first] + new string('*', number.Length - first - last) + number[^last..];

    // GB 11643: seventeen figures and a check digit; other documents (passports, permits) have five signs at least.
    private static bool IsIdentityNumber(string number) => number.Length == IdentityDigits && number[..^1].All(char.IsAsciiDigit)
        ? number[^1] == "10X98765432"[number[..^1].Select((sign, at) => (sign - '0') * Weights[at]).Sum() % 11]
        : number.Length is >= 5 and < IdentityDigits && number.All(char.IsAsciiLetterOrDigit);
}

/// <summary>提供身份信息的命令. A command that says who represents or runs something, which is personal.</summary>
internal interface IGivesParticulars
{
    /// <summary>法定代表人或者负责人. Who represents or runs it, or null.</summary>
    string? Representative { get; }

    /// <summary>联系电话. Or null.</summary>
    string? Telephone { get; }

    /// <summary>身份证件号码. Or null.</summary>
    string? IdentityNumber { get; }
}

/// <summary>登记当事人身份信息. Records who represents a party, its telephone and identity number; encrypted wherever they are kept.</summary>
/// <param name="Party">当事人序号. Which of the case's parties, from 1; the first is that of the lead.</param>
/// <param name="Representative">法定代表人或者负责人. Who represents it.</param>
/// <param name="Telephone">联系电话. Its telephone.</param>
/// <param name="IdentityNumber">身份证件号码. Of the person, or of who represents it.</param>
[GenerateSerializer, Immutable, Alias("case.record-party-particulars"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record RecordPartyParticulars(
    int Party,
    [Longest(100)][property: JsonIgnore] string? Representative,
    [Longest(20)][property: JsonIgnore] string? Telephone,
    [Longest(40)][property: JsonIgnore] string? IdentityNumber) : CaseCommand, IGivesParticulars
{
    /// <summary>Shows nothing of what is personal.</summary>
    public override string ToString() => $"{nameof(RecordPartyParticulars)} {{ Party = {Party} }}";
}

/// <summary>追加当事人. Adds an enterprise, person or den that the case is also about; each once.</summary>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name; a registered enterprise is called as it is registered.</param>
/// <param name="CreditCode">统一社会信用代码. Of an enterprise.</param>
/// <param name="Address">地址.</param>
/// <param name="Den">窝点编号. Of a den that is recorded: its name and address are those recorded.</param>
[GenerateSerializer, Immutable, Alias("case.add-party"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, PartyNotRegistered, PartyAlreadyNamed>]
public sealed record AddCaseParty(
    PartyKind Kind,
    [Longest(200)] string? Name,
    string? CreditCode,
    [Longest(500)] string? Address,
    string? Den = null) : CaseCommand, INamesDen;

/// <summary>更正当事人. Puts right who a party is, where it was mistaken; the journal keeps both. The head of a section decides that. After the
/// decision it stays the party that was told and heard: a slip in its name is put right by a document that the bureau's head
/// approves.</summary>
/// <param name="Party">当事人序号. Which of the case's parties, from 1; the first is that of the lead.</param>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name; a registered enterprise is called as it is registered.</param>
/// <param name="CreditCode">统一社会信用代码. Of an enterprise.</param>
/// <param name="Address">地址.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Den">窝点编号. Of a den that is recorded: its name and address are those recorded.</param>
[GenerateSerializer, Immutable, Alias("case.correct-party"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<NoSuchItem, PartyNotRegistered, PartyAlreadyNamed, DecidedOfAnotherParty>]
public sealed record CorrectCaseParty(
    int Party,
    PartyKind Kind,
    [Longest(200)] string? Name,
    string? CreditCode,
    [Longest(500)] string? Address,
    Grounds Grounds,
    string? Den = null) : CaseCommand, INamesDen, INeedsApproval
{
    // Only the case knows whether it is decided, and of whom.
    ApprovalStep? INeedsApproval.Approval => null;
}

/// <summary>当事人登记情况. What the shell found of the enterprise that a command names as a party.</summary>
/// <param name="Name">企业名称. Its registered name; null when it is not registered.</param>
public sealed record PartyFound(string? Name);

/// <summary>身份信息密文. What the shell made of a party's particulars, so that neither state nor journal ever has them in the clear.</summary>
/// <param name="Text">密文. The encrypted text.</param>
/// <param name="AreAlreadyKept">已有. Whether the same stand with the party already.</param>
public sealed record ParticularsSealed(string Text, bool AreAlreadyKept);

/// <summary>当事人已追加. The case is also about somebody else.</summary>
/// <param name="Party">当事人. Who.</param>
[Alias("case.party-added")]
public sealed record CasePartyAdded(CaseParty Party) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("追加当事人", "A party was added");
}

/// <summary>当事人身份信息已登记. Who represents a party, its telephone and identity number were recorded, encrypted.</summary>
/// <param name="Party">当事人序号. Which.</param>
/// <param name="Sealed">密文. What was recorded.</param>
[Alias("case.party-particulars-recorded")]
public sealed record PartyParticularsRecorded(int Party, string Sealed) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记第{Party}当事人身份信息", $"Particulars of party {Party} recorded");
}

/// <summary>当事人已更正. Who a party is was put right.</summary>
/// <param name="Party">当事人序号. Which.</param>
/// <param name="From">原当事人. As it was recorded before.</param>
/// <param name="To">现当事人. As it is from then on.</param>
/// <param name="Counted">已计事实. What had been counted of the case by then.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.party-corrected")]
public sealed record CasePartyCorrected(int Party, CaseParty From, CaseParty To, ImmutableArray<CountedFact> Counted, Grounds Grounds)
    : CaseStep(Grounds), ICorrection
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"第{Party}当事人由“{From.Name}”更正为“{To.Name}”：{Grounds.Reason}",
        $"Party {Party} corrected from “{From.Name}” to “{To.Name}”: {Grounds.Reason}");
}

/// <summary>当事企业未登记. No enterprise is registered under the credit code.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.party-not-registered")]
public sealed record PartyNotRegistered(string CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"企业{CreditCode}尚未登记，请先登记企业，或者不填信用代码",
        $"Enterprise {CreditCode} is not registered; register it, or leave the code out");
}

/// <summary>决定所指当事人不得更换. A decision is of whom it names: another party was neither told nor heard (行政处罚法 第四十四条).</summary>
/// <param name="Name">决定所指当事人. Whom the decision names.</param>
[GenerateSerializer, Immutable, Alias("refusal.decided-of-another-party")]
public sealed record DecidedOfAnotherParty(string Name) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"本案决定是对“{Name}”作出的，不能更正为另一当事人：另一当事人未经告知、陈述申辩和审核。可以补正信用代码、地址，或者经负责人批准补正名称中的笔误；"
            + "对象认定错误的，应当依法撤销决定，对另一当事人另行立案",
        $"The decision is of “{Name}” and is not made one of another party, which was neither told nor "
            + "heard: its code, its address or a slip in its name can be put right; "
            + "where the wrong party was penalised, the decision is to be annulled and another case filed");
}

/// <summary>当事人已在本案. The case is about this party already.</summary>
/// <param name="Name">名称. As the case has it.</param>
/// <param name="CreditCode">统一社会信用代码. Or null.</param>
[GenerateSerializer, Immutable, Alias("refusal.party-already-named")]
public sealed record PartyAlreadyNamed(string Name, string? CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Name}{(CreditCode is null ? "" : $"（{CreditCode}）")}已是本案当事人，不能重复登记",
        $"{Name}{(CreditCode is null ? "" : $" ({CreditCode})")} is a party of this case already");
}
