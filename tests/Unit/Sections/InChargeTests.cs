using System.Collections.Frozen;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Sections;

/// <summary>Who is assigned acts, and the head of the section; others read.</summary>
public sealed class InChargeTests
{
    private static readonly CaseCommand Figures = CaseTale.Figures(sales: 10_000_00);

    [Theory]
    [InlineData(OfficersActing.Assigned, "officer", Roles.Officer, "INSPECTION", true)]
    [InlineData(OfficersActing.Assigned, "second", Roles.Officer, "QUALITY", true)] // assigned from another section
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, "INSPECTION", false)]
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, null, false)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead, "INSPECTION", true)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead | Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "leader", Roles.Leader, null, true)]
    [InlineData(OfficersActing.Assigned, "leader", Roles.Leader | Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Section, "third", Roles.Officer, "INSPECTION", true)]
    [InlineData(OfficersActing.Section, "third", Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Section, "second", Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Bureau, "third", Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Bureau, "head", Roles.SectionHead, "QUALITY", false)]
    public void Who_acts_in_a_case_that_is_filed(OfficersActing acting, string user, Roles roles, string? section, bool acts) =>
        Assert.Equal(acts, Problem(CaseTale.Filed(), new Actor(user, roles, section, null, Guid.Empty), Figures, acting) is null);

    [Theory]
    [InlineData("third", "INSPECTION", true)]
    [InlineData("third", "QUALITY", false)]
    public void While_nobody_is_assigned_the_officers_of_the_section_act(string user, string section, bool acts) =>
        Assert.Equal(acts, Problem(CaseTale.Of(), new Actor(user, Roles.Officer, section, null, Guid.Empty), Figures) is null);

    [Fact]
    public void The_law_of_a_case_asks_and_the_refusal_says_whose_it_is()
    {
        var other = new Actor("third", Roles.Officer, "QUALITY", null, Guid.Empty);
        var refused = Assert.IsType<NotInCharge>(CaseTale.Filed().ProposalRefused(Figures, other));
        Assert.Equal("INSPECTION", refused.Section);
        Assert.Equal(["officer", "second"], refused.Officers);
        Assert.Contains("请科室负责人增派", refused.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_knows_of_an_interest_asks_for_recusal()
    {
        var other = new Actor("third", Roles.Officer, "QUALITY", null, Guid.Empty);
        Assert.Null(Problem(CaseTale.Filed(), other, new AskRecusal("officer", Some.Grounds)));
    }

    [Fact]
    public void Each_command_of_a_case_that_officers_give_says_that_others_are_refused() =>
        Assert.All(
            typeof(CaseCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(CaseCommand)),
            type => Assert.Equal(
                InChargeAttribute.IsOn(type) || type == typeof(ApproveCaseStep), // which carries them out
                Refusals.Of(type).Contains(typeof(NotInCharge))));

    private static NotInCharge? Problem(CaseTale tale, Actor actor, CaseCommand command, OfficersActing acting = OfficersActing.Assigned) =>
        InCharge.Problem(
            Case.Concept.Name,
            tale.Case.Section,
            tale.Case.Officers,
            command,
            new Circumstances(actor, tale.Now, ShuangDa.Grains.Calendar.WorkingCalendar.BuiltIn)
                .With(new ActingRules(new Dictionary<string, OfficersActing> { [Case.Concept.Name] = acting }.ToFrozenDictionary())));
}
