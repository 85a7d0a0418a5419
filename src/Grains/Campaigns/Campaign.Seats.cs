using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

// The leading group and its office: seats that go with offices, and who holds them when (notice 三〔一〕).
public static partial class Campaign
{
    /// <summary>职务最长. The most characters of an office's name.</summary>
    internal const int LongestOffice = 60;

    private static Decision<CampaignEvent>? DecideInSeats(
        CampaignState campaign, CampaignCommand command, Circumstances now) => command switch
        {
            AddCampaignSeat or FillCampaignSeat or EndCampaignSeatTerm when campaign.Status is CampaignStatus.Closed =>
                new CampaignNotOpen(campaign.Status),
            AddCampaignSeat c => DecideAddCampaignSeat(campaign, c, now),
            FillCampaignSeat c => DecideFillCampaignSeat(campaign, c, now),
            EndCampaignSeatTerm c => DecideEndCampaignSeatTerm(campaign, c),
            _ => Decision<CampaignEvent>.NotOfThisStage,
        };

    private static CampaignState? ApplyInSeats(CampaignState campaign, CampaignEvent happened) => happened switch
    {
        CampaignSeatAdded { Seat: var seat } => campaign with { Seats = campaign.Seats.Add(seat), LastItem = seat.Number },
        CampaignSeatFilled e => WithTerms(campaign, e.Seat, seat => [.. seat.Terms.Append(e.Term).OrderBy(term => term.From)]),
        CampaignSeatTermEnded e => WithTerms(
            campaign, e.Seat, seat => [.. seat.Terms.Select(term => term.From == e.From ? term with { Until = e.LastDay } : term)]),
        _ => null,
    };

    private static CampaignState WithTerms(
        CampaignState campaign, int number, Func<CampaignSeat, System.Collections.Immutable.ImmutableArray<CampaignSeatTerm>> terms) =>
        campaign with
        {
            Seats = [.. campaign.Seats.Select(seat => seat.Number == number ? seat with { Terms = terms(seat) } : seat)],
        };

    // Notice 三〔一〕: one leads the group, and one its office.
    private static bool IsSingle(CampaignSeatKind kind) => kind is CampaignSeatKind.Head or CampaignSeatKind.OfficeHead;

    private static Decision<CampaignEvent> DecideAddCampaignSeat(CampaignState campaign, AddCampaignSeat c, Circumstances now) =>
        (FreeText.Missing("office", c.Office) ?? now.NotOpen<Section>("section", c.Section)
            ?? Full(campaign.Seats.Length, "office")) is { } problem ? problem
        : IsSingle(c.Kind) && campaign.Seats.FirstOrDefault(seat => seat.Kind == c.Kind) is { } single ? new InvalidInput(
            "kind",
            $"{Terms.Of(c.Kind).Chinese}只设一名，已由{single.Office}担任",
            $"There is one {Terms.Of(c.Kind).English}, and it goes with the office of {single.Office}")
        : campaign.Seats.Any(seat => seat.Kind == c.Kind && seat.Office == c.Office.Trim() && seat.Section == FreeText.Given(c.Section))
            ? new InvalidInput("office", "该职务已经列为同一席位", "This office has such a seat already")
        : new CampaignSeatAdded(new CampaignSeat(campaign.LastItem + 1, c.Kind, c.Office.Trim(), FreeText.Given(c.Section)));

    private static Decision<CampaignEvent> DecideFillCampaignSeat(CampaignState campaign, FillCampaignSeat c, Circumstances now)
    {
        var holder = AccountName.Normalise(c.Holder);
        if (SeatOf(campaign, c.Seat) is not { } seat)
        {
            return NoSeat(c.Seat);
        }

        var wrongName = AccountName.ProblemWith(holder) is { } name ? name with { Field = "holder" } : null;
        var wrongSpan = PlausibleDays.Problem("from", c.From) ?? (c.Until is { } until ? SpanProblem(c.From, until) : null);
        if ((wrongName ?? wrongSpan) is { } problem)
        {
            return problem;
        }

        var term = new CampaignSeatTerm(holder, c.From, c.Until);
        return !now.Required<SeatHolderFound>().IsInService ? new InvalidInput(
                "holder", $"{Named.Person(holder)}不是本局在职人员", $"{Named.Person(holder)} does not work in the bureau")
            : seat.Terms.FirstOrDefault(term.Overlaps) is { } held ? new CampaignSeatHeld(seat.Kind, held.Holder, held.From, held.Until)
            : new CampaignSeatFilled(seat.Number, seat.Kind, seat.Office, term);
    }

    private static Decision<CampaignEvent> DecideEndCampaignSeatTerm(CampaignState campaign, EndCampaignSeatTerm c)
    {
        if (SeatOf(campaign, c.Seat) is not { } seat)
        {
            return NoSeat(c.Seat);
        }

        // It is the last term that is ended: those before it have their ends.
        return seat.Terms is not [.., var term] ? new InvalidInput("seat", "该席位尚无人担任", "Nobody holds this seat")
            : FreeText.Missing("reason", c.Reason) is { } problem ? problem
            : c.LastDay < term.From ? new InvalidInput(
                "lastDay",
                $"任期自{IsoDate.Of(term.From)}起，终止日期不能更早",
                $"The term began on {IsoDate.Of(term.From)}; it cannot end before that")
            : PlausibleDays.Problem("lastDay", c.LastDay) is { } implausible ? implausible
            : term.Until == c.LastDay ? Decision<CampaignEvent>.AlreadySo
            : new CampaignSeatTermEnded(seat.Number, term.Holder, term.From, c.LastDay, c.Reason.Trim());
    }

    private static CampaignSeat? SeatOf(CampaignState campaign, int number) => campaign.Seats.FirstOrDefault(seat => seat.Number == number);

    private static InvalidInput NoSeat(int number) => new("seat", $"没有序号为{number}的席位", $"There is no seat {number}");
}

/// <summary>设立席位. Adds a seat to the leading group or its office; it goes with an office.</summary>
/// <param name="Kind">席位. What it is.</param>
/// <param name="Office">由何职务担任. The office that it goes with, such as 局长; never a name.</param>
/// <param name="Section">所在科室. The section whose office that is; left out, the bureau's.</param>
[GenerateSerializer, Immutable, Alias("campaign.add-seat"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record AddCampaignSeat(
    CampaignSeatKind Kind,
    [Longest(Campaign.LongestOffice)] string Office,
    [Longest(ListedName.CodeLength), Listed<Section>] string? Section = null) : CampaignCommand;

/// <summary>任命席位. Somebody holds a seat from a day on.</summary>
/// <param name="Seat">席位序号. Which seat.</param>
/// <param name="Holder">担任人. User name of somebody of the bureau.</param>
/// <param name="From">起始日期. The first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. The last day; left out, none is set.</param>
[GenerateSerializer, Immutable, Alias("campaign.fill-seat"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen, CampaignSeatHeld>]
public sealed record FillCampaignSeat(
    int Seat,
    [Longest(AccountName.MaxLength)] string Holder,
    DateOnly From,
    DateOnly? Until = null) : CampaignCommand;

/// <summary>终止任期. Who holds a seat last holds it until a day.</summary>
/// <param name="Seat">席位序号. Which seat.</param>
/// <param name="LastDay">终止日期. The last day (Asia/Shanghai).</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("campaign.end-seat-term"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record EndCampaignSeatTerm(int Seat, DateOnly LastDay, [Longest(Grounds.LongestReason)] string Reason) : CampaignCommand;

/// <summary>席位担任人情况. What the shell found of who is to hold a seat.</summary>
/// <param name="IsInService">在职. Whether somebody of the bureau whose account is in use has the name.</param>
public sealed record SeatHolderFound(bool IsInService);

/// <summary>席位已设立. There is a further seat.</summary>
/// <param name="Seat">席位. Which.</param>
[Alias("campaign.seat-added")]
public sealed record CampaignSeatAdded(CampaignSeat Seat) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"设立席位：{Terms.Of(Seat.Kind).Chinese}，由{Seat.Office}担任",
        $"Seat added: {Terms.Of(Seat.Kind).English}, which goes with the office of {Seat.Office}");
}

/// <summary>席位已有人担任. Somebody holds a seat.</summary>
/// <param name="Seat">席位序号. Which seat.</param>
/// <param name="Kind">席位. What it is.</param>
/// <param name="Office">职务. The office that it goes with.</param>
/// <param name="Term">任期. Who, and from when.</param>
[Alias("campaign.seat-filled")]
public sealed record CampaignSeatFilled(int Seat, CampaignSeatKind Kind, string Office, CampaignSeatTerm Term) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{Terms.Of(Kind).Chinese}（{Office}）由{Named.Person(Term.Holder)}担任，自{Term.From:yyyy-MM-dd}起",
        $"{Named.Person(Term.Holder)} is {Terms.Of(Kind).English} ({Office}) from {Term.From:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Term.From;
}

/// <summary>任期已终止. A term ends.</summary>
/// <param name="Seat">席位序号. Which seat.</param>
/// <param name="Holder">担任人. User name.</param>
/// <param name="From">起始日期. The term's first day (Asia/Shanghai).</param>
/// <param name="LastDay">终止日期. Its last day.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("campaign.seat-term-ended")]
public sealed record CampaignSeatTermEnded(int Seat, string Holder, DateOnly From, DateOnly LastDay, string Reason) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{Named.Person(Holder)}的任期至{LastDay:yyyy-MM-dd}止（{Reason}）",
        $"The term of {Named.Person(Holder)} ends on {LastDay:yyyy-MM-dd} ({Reason})");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => LastDay;
}

/// <summary>席位已有人. A seat is held by one person at a time.</summary>
/// <param name="Kind">席位. What it is.</param>
/// <param name="Holder">担任人. User name of who holds it.</param>
/// <param name="From">起始日期. The first day of that term (Asia/Shanghai).</param>
/// <param name="Until">截止日期. Its last day, or null.</param>
[GenerateSerializer, Immutable, Alias("refusal.campaign-seat-held")]
public sealed record CampaignSeatHeld(CampaignSeatKind Kind, string Holder, DateOnly From, DateOnly? Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Terms.Of(Kind).Chinese}自{From:yyyy-MM-dd}{(Until is { } day ? $"至{day:yyyy-MM-dd}" : "起")}由{Named.Person(Holder)}担任，同一席位的任期不能重叠",
        $"{Named.Person(Holder)} is {Terms.Of(Kind).English} from {From:yyyy-MM-dd}{(Until is { } last ? $" to {last:yyyy-MM-dd}" : "")}; "
            + "terms of one seat do not overlap");
}
