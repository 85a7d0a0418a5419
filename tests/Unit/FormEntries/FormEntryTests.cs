using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.FormEntries;

/// <summary>What sections fill into forms by hand (requirements, Forms).</summary>
public sealed class FormEntryTests
{
    internal const string Number = "TB-0000000001";

    internal static readonly EnterFormFigure Enter = new(
        ManualFigure.Trainings, Some.Today.AddDays(-7), Some.Today.AddDays(-1), 2, Note: "培训签到表");

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("FormEntry", LawTable.Of(FormEntry.Concept, Now(), [.. new FormEntryStates().States]));

    [Fact]
    public void A_figure_is_entered_of_days_that_are_over()
    {
        Assert.Equal("amount", Problem(Enter with { Amount = -1 }).Field);
        Assert.Equal("amount", Problem(Enter with { Amount = int.MaxValue }).Field);
        Assert.Equal("until", Problem(Enter with { Until = Some.Today.AddDays(1) }).Field);
        Assert.Equal("until", Problem(Enter with { Until = Enter.From.AddDays(-1) }).Field);
        Assert.Equal("until", Problem(Enter with { From = Some.Today.AddYears(-1), Until = Some.Today }).Field);
        Assert.Equal("from", Problem(Enter with { From = DateOnly.MinValue, Until = DateOnly.MinValue }).Field);
        Assert.Equal(Some.Today, Entered(Enter with { Until = Some.Today }).Until);
        Assert.Equal(0, Entered(Enter with { Amount = 0 }).Amount);
    }

    /// <summary>A year is the longest, the first plausible day the earliest, ten million the most.</summary>
    [Fact]
    public void A_figure_is_entered_up_to_its_bounds()
    {
        var year = Enter with { From = Some.Today.AddYears(-1).AddDays(1), Until = Some.Today };
        Assert.Equal(year.From, Entered(year).From);
        Assert.Equal("until", Problem(year with { From = year.From.AddDays(-1) }).Field);
        var earliest = Enter with { From = new DateOnly(1900, 1, 1), Until = new DateOnly(1900, 1, 1) };
        Assert.Equal(earliest.From, Entered(earliest).From);
        Assert.Equal("from", Problem(earliest with { From = new DateOnly(1899, 12, 31) }).Field);
        Assert.Equal(10_000_000, Entered(Enter with { Amount = 10_000_000 }).Amount);
        Assert.Equal("amount", Problem(Enter with { Amount = 10_000_001 }).Field);
    }

    [Fact]
    public void It_has_a_number_of_entries_and_a_section()
    {
        Assert.NotNull(FormEntry.Concept.Decided(null, Enter, Now() with { Key = "AJ-0000000001" }).Refusal);
        var ofNone = ByLegal() with { Actor = new Actor("legal", Roles.Legal, null, null, Guid.Empty) };
        Assert.Equal("section", Assert.IsType<InvalidInput>(FormEntry.Concept.Decided(null, Enter, ofNone).Refusal).Field);
        Assert.Null(FormEntry.Concept.Decided(null, Enter with { Section = "QUALITY" }, ofNone).Refusal);
    }

    /// <summary>The days are taken for the figure, the section and the class of the entry, and for no other.</summary>
    [Fact]
    public void Entries_of_the_same_days_take_each_other_s_place_only_where_all_of_it_is_the_same()
    {
        string[] places =
        [
            Place(Enter),
            Place(Enter with { Amount = 7, Note = null }),
            Place(Enter with { ProductClass = "FOOD" }),
            Place(Enter with { ProductClass = "CLOTHING" }),
            Place(Enter with { Figure = ManualFigure.Trainees }),
            Place(Enter with { From = Enter.From.AddDays(1) }),
            Place(Enter with { Until = Enter.Until.AddDays(1) }),
        ];
        Assert.Equal(places[0], places[1]);
        Assert.Equal(6, places.Distinct().Count());

        static string Place(EnterFormFigure enter) => Assert.Single(FormEntry.Concept.UniqueNames(Entered(enter)));
    }

    [Fact]
    public void An_officer_enters_for_the_own_section_and_the_legal_section_for_any()
    {
        Assert.Equal("INSPECTION", Entered(Enter).Section);
        Assert.Equal("section", Problem(Enter with { Section = "QUALITY" }).Field);
        var events = FormEntry.Concept.Decided(null, Enter with { Section = "QUALITY" }, ByLegal()).Events;
        Assert.Equal("QUALITY", Assert.IsType<FormFigureEntered>(Assert.Single(events)).Section);
    }

    [Fact]
    public void Days_are_entered_once_of_a_section_and_a_class()
    {
        Assert.Equal("from", Problem(Enter, new EntriesFound([new EntryFound("TB-2", "INSPECTION", null)])).Field);
        var two = new EntriesFound([new EntryFound("TB-2", "INSPECTION", null), new EntryFound("TB-3", "INSPECTION", null)]);
        Assert.Contains("TB-2", Problem(Enter, two).Problem, StringComparison.Ordinal);
        var others = new EntriesFound([new EntryFound("TB-2", "QUALITY", null), new EntryFound("TB-3", "INSPECTION", "FOOD")]);
        Assert.Null(FormEntry.Concept.Decided(null, Enter, Now(others)).Refusal);
    }

    [Fact]
    public void A_figure_is_corrected_by_the_head_of_its_section_and_by_no_other()
    {
        var entered = Entered(Enter);
        var head = Now() with { Actor = new Actor("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty) };
        var corrected = Fold(entered, FormEntry.Concept.Decided(entered, new CorrectFormFigure(3, Some.Grounds), head));
        Assert.Equal((3, Some.Today), (corrected.Amount, corrected.CorrectedOn));
        Assert.Empty(FormEntry.Concept.Decided(corrected, new CorrectFormFigure(3, Some.Grounds), head).Events);
        Assert.IsType<InvalidInput>(FormEntry.Concept.Decided(entered, new CorrectFormFigure(-1, Some.Grounds), head).Refusal);
        var other = head with { Actor = head.Actor with { Section = "QUALITY" } };
        Assert.IsType<NotHeadOfSection>(FormEntry.Concept.Decided(entered, new CorrectFormFigure(3, Some.Grounds), other).Refusal);
    }

    [Fact]
    public void A_figure_of_a_wrong_period_is_taken_back_by_0_and_its_days_are_free_again()
    {
        var entered = Entered(Enter);
        Assert.Single(FormEntry.Concept.UniqueNames(entered));
        var head = Now() with { Actor = new Actor("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty) };
        var back = Fold(entered, FormEntry.Concept.Decided(entered, new CorrectFormFigure(0, Some.Grounds), head));
        Assert.True(back.IsTakenBack);
        Assert.Empty(FormEntry.Concept.UniqueNames(back));
        Assert.Equal("amount", Assert.IsType<InvalidInput>(
            FormEntry.Concept.Decided(back, new CorrectFormFigure(3, Some.Grounds), head).Refusal).Field);

        // That there was none at all is a figure too, and keeps its days.
        Assert.False(Entered(Enter with { Amount = 0 }).IsTakenBack);
    }

    internal static Circumstances Now(EntriesFound? found = null) =>
        new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = Number }
            .With(found ?? EntriesFound.Nothing).WithLists().With(ActingRules.Usual);

    internal static Circumstances ByLegal() => Now() with { Actor = new Actor("legal", Roles.Legal, "LEGAL", null, Guid.Empty) };

    internal static FormEntryState Entered(EnterFormFigure enter) => Fold(null, FormEntry.Concept.Decided(null, enter, Now()));

    internal static FormEntryState Fold(FormEntryState? state, Decision<FormEntryEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, (folded, happened) => FormEntry.Apply(folded, happened))!;
    }

    private static InvalidInput Problem(EnterFormFigure enter, EntriesFound? found = null) =>
        Assert.IsType<InvalidInput>(FormEntry.Concept.Decided(null, enter, Now(found)).Refusal);
}

internal sealed class FormEntrySamples : ICommandSamples
{
    public IEnumerable<Command> All => [FormEntryTests.Enter, new CorrectFormFigure(3, Some.Grounds)];
}

internal sealed class FormEntryStates() : SampleStates<FormEntryState, FormEntryCommand, FormEntryEvent>(FormEntry.Concept)
{
    public override IReadOnlyList<(string Name, FormEntryState? State)> States =>
        [("(no such entry)", null), ("Entered", FormEntryTests.Entered(FormEntryTests.Enter))];

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances =>
        [("", FormEntryTests.Now()), ("legal", FormEntryTests.ByLegal())];
}
