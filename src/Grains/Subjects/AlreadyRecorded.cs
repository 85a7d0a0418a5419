namespace ShuangDa.Grains.Subjects;

/// <summary>已经登记过. The same act is recorded already, with another day, number or reason: a second entry of it is no correction, and must
/// not pass as done.</summary>
/// <param name="RecordedOn">已登记的日期. The day that is recorded; null where none was kept.</param>
/// <param name="DocumentNumber">已登记的文号. The number that is recorded; null where none is.</param>
/// <param name="Said">已登记的内容. What else is recorded; null where it is the day or the number that differs.</param>
[GenerateSerializer, Immutable, Alias("refusal.already-recorded")]
public sealed record AlreadyRecorded(DateOnly? RecordedOn, string? DocumentNumber, string? Said = null) : Refusal
{
    /// <summary>A second entry of an act: the same words again are no news, other words are refused.</summary>
    /// <typeparam name="TEvent">The concept's events.</typeparam>
    /// <param name="on">The day that is recorded; null where none was kept.</param>
    /// <param name="document">The number that is recorded; null where none is.</param>
    /// <param name="givenOn">The day that is given; null where none is said.</param>
    /// <param name="given">The number that is given; null where none is said.</param>
    public static Decision<TEvent> Unless<TEvent>(DateOnly? on, string? document, DateOnly? givenOn, string? given) where TEvent : Event =>
        (givenOn is null || givenOn == on) && (FreeText.Given(given) is not { } number || number == document)
            ? Decision<TEvent>.AlreadySo
            : new AlreadyRecorded(on, document);

    /// <inheritdoc/>
    public override BilingualText Message
    {
        get
        {
            var (day, number) = (RecordedOn is { } on ? IsoDate.Of(on) : null, DocumentNumber);
            return new(
                $"此前已经登记（{Joined('，', day, number is null ? null : $"文号“{number}”", Said)}），与本次所填不同；原登记有误的，由责任科室负责人更正",
                $"This is recorded already ({Joined(',', day, number is null ? null : $"number “{number}”", Said)}) and differs from what "
                    + "is given: where that was mistaken, the head of the section corrects it");
        }
    }

    private static string Joined(char comma, params string?[] parts) => string.Join(comma, parts.OfType<string>());
}
