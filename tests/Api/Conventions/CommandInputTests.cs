using System.Collections.Immutable;
using GraphQL.Types;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>How commands are made from what was given; the shape of the inputs is held by schema.graphql.</summary>
public sealed class CommandInputTests
{
    private static readonly Dictionary<string, object?> Why = new() { ["reason"] = "事实清楚", ["basis"] = "行政处罚法 第五十七条" };

    [Fact]
    public void What_is_left_out_is_what_the_command_takes_without_being_told()
    {
        var command = Assert.IsType<ProposePenalty>(Make<ProposePenalty>(With(Why, ("fineCny", 12.34m))));
        Assert.Equal((new Yuan(12_34), default, new Grounds("事实清楚", "行政处罚法 第五十七条")), (command.Fine, command.ConfiscatedGains, command.Grounds));
        Assert.Equal(ImmutableArray<PenaltyKind>.Empty, command.Others);

        var registered = Assert.IsType<RegisterEnterprise>(Make<RegisterEnterprise>(With([], ("creditCode", "91310118631656145F"), ("name", "某厂"), ("enterpriseKind", "有限责任公司"))));
        Assert.Equal((RiskLevel.Ordinary, null, "有限责任公司"), (registered.RiskLevel, registered.ProductClasses, registered.Details.EnterpriseType));

        Assert.True(Assert.IsType<SetPassword>(Make<SetPassword>(With([], ("password", "given-by-administrator")))).MustChange);
    }

    [Fact]
    public void Null_is_as_good_as_left_out()
    {
        var command = Assert.IsType<ProposePenalty>(Make<ProposePenalty>(With(Why, ("fineCny", 1m), ("others", null), ("confiscatedGainsCny", null), ("documentNumber", null), ("expectedVersion", null))));
        Assert.True(command.Others.IsEmpty && !command.Others.IsDefault);
        Assert.Equal((default, null, null), (command.ConfiscatedGains, command.Grounds.DocumentNumber, command.ExpectedVersion));
    }

    [Fact]
    public void Lists_parts_and_the_expected_version_come_through()
    {
        var command = Assert.IsType<AddEvidence>(Make<AddEvidence>(With(
            [],
            ("kind", EvidenceKind.Exhibit), ("title", "涂料"), ("takenOn", new DateOnly(2026, 3, 2)), ("takenBy", new object[] { "officer", "second" }), ("holder", "officer"), ("place", "证物室"),
            ("attachments", new object[] { new AttachmentInput("abc", "现场.jpg") }), ("expectedVersion", 7))));
        Assert.Equal(["officer", "second"], command.TakenBy);
        Assert.Equal([new AttachmentReference("abc", "现场.jpg")], command.Attachments!.Value);
        Assert.Equal((7, EvidenceKind.Exhibit), (command.ExpectedVersion, command.Kind));

        var roles = Assert.IsType<ChangeAccountRoles>(Make<ChangeAccountRoles>(With([], ("roles", new object[] { Role.Officer, Role.Legal }))));
        Assert.Equal(Roles.Officer | Roles.Legal, roles.Roles);
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("10000000000000.01")]
    [InlineData("-10000000000000.01")]
    public void An_amount_that_is_none_is_refused_by_its_field(string yuan) =>
        Assert.StartsWith("fineCny", Assert.Throws<BadUserInput>(() => Make<ProposePenalty>(With(Why, ("fineCny", decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture))))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_must_be_given_stands_first_and_a_hand_over_needs_its_document()
    {
        var fields = CommandInput.Of(typeof(HandOverCase)).Fields().ToList();
        string[] asked = ["toSection", "reason", "basis", "documentNumber", "on", "commandId", "expectedVersion", "preview"];
        Assert.Equal(asked, fields.Select(field => field.Name));
        Assert.All(fields.Take(4), field => Assert.Equal(typeof(NonNullGraphType<>), field.Type!.GetGenericTypeDefinition()));
        var moved = CommandInput.Of(typeof(MoveEvidence)).Fields().Select(field => field.Name);
        Assert.Equal(["evidence", "holder", "place"], moved.SkipLast(4));
    }

    [Fact]
    public void Only_what_hashes_a_password_has_a_price()
    {
        Assert.Equal(PriceAttribute.Password, CommandInput.Of(typeof(CreateAccount)).Price);
        Assert.Null(CommandInput.Of(typeof(DisableAccount)).Price);
    }

    private static Command Make<TCommand>(Dictionary<string, object?> given) where TCommand : Command => CommandInput.Of(typeof(TCommand)).Make(given);

    private static Dictionary<string, object?> With(Dictionary<string, object?> basis, params (string Name, object? Value)[] more)
    {
        var all = new Dictionary<string, object?>(basis);
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }
}
