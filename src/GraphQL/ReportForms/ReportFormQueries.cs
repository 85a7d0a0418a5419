using GraphQL;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ReportForms;
using ShuangDa.GraphQL.Transport;
using FilledForm = ShuangDa.Grains.ReportForms.ReportForm;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>
    /// 报表. One of the notice's forms for a period, filled with what is recorded: by product class or case by case, the total last.
    /// </summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="forms">Given by the engine.</param>
    /// <param name="form">报表种类. Which form.</param>
    /// <param name="from">自. The first day (Asia/Shanghai).</param>
    /// <param name="to">至. The day after the last; at most ten years after the first.</param>
    /// <param name="section">责任科室. Only the work of this section, by its code; null for the whole bureau.</param>
    /// <param name="basis">统计口径. Which day decides.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<ReportFormType> ReportForm(
        IResolveFieldContext field,
        [FromServices] FormReader forms,
        ReportFormKind form,
        DateOnly from,
        DateOnly to,
        string? section = null,
        ReportBasis basis = ReportBasis.Happened)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(forms);
        if (FormScope.ProblemWith(from, to) is { } problem)
        {
            throw new BadUserInput(problem.Chinese, problem.English);
        }

        var filled = await forms.ReadAsync(form, FormScope.Days(basis, from, to, section), field.CancellationToken).ConfigureAwait(false);
        return filled is null
            ? throw new BadUserInput(FilledForm.TooManyCases.Chinese, FilledForm.TooManyCases.English)
            : new ReportFormType(filled);
    }
}
