using System.Reflection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>What a command can be refused with is said on it. That nothing else is met, <c>Law.Decided</c> looks at in every test of the law, and the servers of the other tests by what they log.</summary>
public sealed class RefusalsTests
{
    [Fact]
    public void A_refusal_that_any_command_may_meet_is_declared_by_none()
    {
        var declared = DeclaredBy(typeof(Command).Assembly.GetTypes()).ToList();
        Assert.DoesNotContain(declared, one => Refusals.OfAny.Contains(one.Refusal));
        Assert.Equal(declared.Distinct(), declared);
    }

    [Fact]
    public void Every_refusal_there_is_can_be_met_by_some_command() =>
        Assert.Empty(
            RefusalTypes.All
                .Except(typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command))).SelectMany(Refusals.Of))
                .Select(type => type.Name));

    [Fact]
    public void What_is_declared_on_a_base_is_declared_of_its_commands()
    {
        Assert.Equal(Refusals.OfAny.Append(typeof(AlreadyExists)).ToHashSet(), Refusals.Of(typeof(Grains.Imports.QueueLicenceImport)));
        Assert.Equal(Refusals.OfAny.ToHashSet(), Refusals.Of(typeof(EnableAccount)));
    }

    /// <summary>The payload's union has no place for such a refusal. It is a fault of ours, and the client still reads what an officer needs.</summary>
    [Fact]
    public void A_refusal_that_is_not_declared_reaches_the_client_as_an_error_of_the_request()
    {
        var refusal = new LicenceNotActive(LicenceStatus.Expired);
        Assert.Equal([refusal], Commands.ErrorsOf(typeof(SuspendLicence), refusal)!);
        Assert.Null(Commands.ErrorsOf(typeof(RevokeLicence), null));
        var error = Assert.Throws<TransportError>(() => Commands.ErrorsOf(typeof(RevokeLicence), refusal));
        Assert.Equal(("LICENCE_NOT_ACTIVE", 409, refusal.Message), (error.Code, error.Status, error.Text));
    }

    private static IEnumerable<(Type Command, Type Refusal)> DeclaredBy(IEnumerable<Type> commands) => commands
        .Where(type => type.IsSubclassOf(typeof(Command)))
        .SelectMany(type => type.GetCustomAttributes<RefusesAttribute>(inherit: false).SelectMany(one => one.Types).Select(refusal => (type, refusal)));
}
