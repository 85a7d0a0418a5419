using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

public sealed class HeadOfSectionTests
{
    private static readonly Actor Elsewhere = CaseTale.Head with { User = "other-head", Section = "QUALITY" };

    private static IEnumerable<Command> Corrections =>
        Samples.Every.Where(sample => sample.GetType().Name.StartsWith("Correct", StringComparison.Ordinal));

    public static TheoryData<string> OfCases => [.. Corrections.OfType<CaseCommand>().Select(sample => sample.GetType().Name)];

    [Fact]
    public void Whatever_corrects_is_the_heads_of_the_section_except_where_no_section_answers()
    {
        var others = Corrections.Select(sample => sample.GetType())
            .Where(type => !type.IsDefined(typeof(ByHeadOfSectionAttribute), inherit: false));
        Assert.Equal(
            ["CorrectCertificateSuspension", "CorrectLicence", "CorrectLicenceEnding"],
            others.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The shell knows the section by who is in charge: where nobody is, the head of none could be told from another.</summary>
    [Fact]
    public void What_is_the_heads_of_the_section_is_of_a_concept_that_has_people_in_charge() => Assert.All(
        AllConcepts.All.Where(concept =>
            concept.CommandTypes.Any(type => type.IsDefined(typeof(ByHeadOfSectionAttribute), inherit: false))),
        concept => Assert.True(concept.IsInSomebodysCharge, concept.Name));

    [Theory]
    [MemberData(nameof(OfCases))]
    public void A_correction_in_a_case_is_refused_to_the_head_of_another_section(string name)
    {
        var command = Corrections.OfType<CaseCommand>().Single(sample => sample.GetType().Name == name);
        var tale = CaseTale.Served();
        Assert.Equal(new NotHeadOfSection("INSPECTION"), tale.Refused(command, Elsewhere));
        Assert.IsNotType<NotHeadOfSection>(tale.Refused(command, CaseTale.Head));
    }

    [Fact]
    public void After_a_case_is_handed_over_it_is_the_new_sections_head_who_corrects_it()
    {
        var handed = CaseTale.Filed().Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head);
        var correction = new CorrectCaseTitle("某厂无证生产人造板案", Some.Grounds);
        Assert.Equal(new NotHeadOfSection("QUALITY"), handed.Refused(correction, CaseTale.Head));
        Assert.Null(handed.Refused(correction, Elsewhere));
    }

    [Fact]
    public void Where_no_section_answers_the_head_of_any_corrects() =>
        Assert.Null(HeadOfSection.Problem(null, new CorrectCaseTitle("某厂案", Some.Grounds), Elsewhere));

    [Fact]
    public void The_leader_corrects_a_payment_of_every_section_and_a_head_only_of_the_own()
    {
        var command = Samples.Of(typeof(CorrectPayment));
        Assert.Null(HeadOfSection.Problem("INSPECTION", command, CaseTale.Leader));
        Assert.Equal(new NotHeadOfSection("INSPECTION"), HeadOfSection.Problem("INSPECTION", command, Elsewhere));
    }

    [Fact]
    public void What_is_not_the_heads_of_the_section_alone_is_asked_of_no_section() =>
        Assert.Null(HeadOfSection.Problem("INSPECTION", new HandOverCase("QUALITY", Some.Grounds), Elsewhere));
}
