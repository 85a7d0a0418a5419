using ShuangDa.Grains.ReportForms;

namespace ShuangDa.Silo.ReportForms;

/// <summary>报表组合. Puts what fills the forms into the host.</summary>
public static class ReportFormComposition
{
    /// <summary>Registers what reads the forms.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddReportForms(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<FormReader>();
        return builder;
    }
}
