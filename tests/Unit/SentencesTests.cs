using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>
/// Sentences for people name people, sections, agencies and values by the words that people have for them: nobody reads a user name or a
/// code (decision 24).
/// </summary>
public sealed partial class SentencesTests : IAskedOfEveryConcept
{
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void No_sentence_of_a_concept_says_a_code_or_a_user_name(string concept) => SampleStates.Of(concept).Ask(this);

    [Theory]
    [InlineData("协商确定由HEALTH管辖", true)]
    [InlineData("officer不是局负责人", true)]
    [InlineData("许可证未能变更（LICENCE_NOT_ACTIVE）", true)]
    [InlineData("与AJ-0000000002并案办理", false)]
    [InlineData("已按XK18-978-00002登记，本条注销", false)]
    public void A_code_is_known_when_it_is_seen(string sentence, bool isCode) => Assert.Equal(isCode, SaysCode(sentence));

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        var (concept, said) = (samples.Law, new HashSet<string>());
        foreach (var (_, now) in samples.Circumstances)
        {
            foreach (var (_, state) in samples.States)
            {
                foreach (var command in Samples.Commands(concept).Where(command => command is not IDeadlineCommand))
                {
                    Told(concept.Decided(state, command, now));
                }

                foreach (var open in state is null ? [] : concept.Deadlines(state))
                {
                    var due = now with { Actor = Actor.System(Guid.Empty), Now = open.DueAt };
                    Told(concept.Decided(state, concept.WhenDue(open.Kind, open.DueAt), due));
                }
            }
        }

        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, SaysCode);

        void Told(Decision<TEvent> decision)
        {
            said.UnionWith(decision.Events.Select(happened => happened.Summary.Chinese));
            if (decision.Refusal is { } refusal)
            {
                said.Add(refusal.Message.Chinese);
            }
        }
    }

    private static bool SaysCode(string sentence) => Code().IsMatch(Named.Replace(sentence, static (_, _) => "某"));

    // Codes of lists and wire names have four capitals at least, and no number hangs on them; a user name of the samples is a word.
    [GeneratedRegex(
        "(?<![A-Za-z0-9])([A-Z]{4,}(_[A-Z]+)*(?![A-Za-z0-9-])"
            + "|(officer|second|third|head|leader|legal|chair|deputy|quality-head)(?![A-Za-z]))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
