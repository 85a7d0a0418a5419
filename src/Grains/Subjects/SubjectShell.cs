using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;

namespace ShuangDa.Grains.Subjects;

/// <summary>外壳所需. What the shell of every subject grain needs from its silo.</summary>
/// <param name="Time">The grains' clock.</param>
/// <param name="Calendars">The working-day calendar in force.</param>
/// <param name="Warning">When those concerned are warned of a term's end.</param>
/// <param name="Database">Where the journal is read from.</param>
/// <param name="DueIndex">The due index.</param>
/// <param name="Facts">What is fetched for every command that asks for it, whatever its concept.</param>
/// <param name="Notices">Who is told of what is committed.</param>
/// <param name="RegisterActors">The actors that rows of registers woke.</param>
/// <param name="Logger">Where the shell logs.</param>
public sealed record SubjectShell(
    TimeProvider Time,
    ICalendarSource Calendars,
    WarningShare Warning,
    Database Database,
    DueIndex DueIndex,
    IEnumerable<IFactSource> Facts,
    NoticeDesk Notices,
    RegisterActors RegisterActors,
    ILogger<SubjectShell> Logger);
