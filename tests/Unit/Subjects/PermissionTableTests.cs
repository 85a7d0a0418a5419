using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>Who may give each command, whose it is in a matter that is there, and what the head decides: for people to review.</summary>
public sealed class PermissionTableTests
{
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void The_table_of_who_acts_reads_as_reviewed(string name)
    {
        var concept = AllConcepts.All.Single(one => one.Name == name);
        var file = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var lines = Samples.Every
            .Where(command => concept.CommandTypes.Contains(command.GetType()) && command is not IDeadlineCommand)
            .DistinctBy(command => command.GetType())
            .OrderBy(command => command.GetType().Name, StringComparer.Ordinal)
            .Select(command => $"{command.GetType().Name,-34}{Whose(command),-24}{Decided(command),-28}{Offices(command)}");
        Approved.Text($"../../../docs/law/{file}.who.txt", string.Join('\n', lines));
    }

    [Fact]
    public void The_administrator_decides_nothing_of_the_trade()
    {
        string[] trade = ["case", "crime-transfer", "inspection", "licence", "rectification"];
        Assert.All(
            AllConcepts.All.Where(concept => trade.Contains(concept.Name)).SelectMany(concept => concept.CommandTypes)
                .Where(type => type != typeof(ImportLicence) && type != typeof(RegisterLicence)), // the register, which others keep
            type => Assert.Equal(Roles.None, AllowedToAttribute.Of(type) & Roles.Administrator));
    }

    private static string Whose(Command command) =>
        InChargeAttribute.IsOn(command.GetType()) ? "those in charge"
        : command.GetType().IsDefined(typeof(ByHeadOfSectionAttribute), inherit: false) ? "the section's head"
        : "any";

    private static string Decided(Command command) =>
        command is INeedsApproval { Approval: { } step } ? $"head approves {WireName.Of(step)}" : "at once";

    private static string Offices(Command command) =>
        RoleCodes.Each(AllowedToAttribute.Of(command.GetType())) is { Count: > 0 } offices ? string.Join(' ', offices) : "SYSTEM";
}
