using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 应告事项. A step that another subject is to take because of what was decided here. The concept says what is owed (<see cref="Concept{TState,TCommand,TEvent}.Owes"/>), its deadlines show it
/// from the moment of the decision, and the shell gives the command: at once where that can be, else when the clock comes back to it. The law hears what came of it as <see cref="Answered"/>.
/// </summary>
/// <param name="Deadline">期限种类. Under which kind of deadline it stands.</param>
/// <param name="To">对方. The other subject's name, such as <c>case/AJ-0000000001</c>. It must never wait for this one (<see cref="Concept.WaitsFor"/>).</param>
/// <param name="Command">命令. The step.</param>
/// <param name="By">经办. Who decided it, giving a command of this id.</param>
/// <param name="Step">事由. Which of this subject's steps it follows from; with the instant it makes the command's id, so that a subject told again after a crash gives its first answer again.</param>
/// <param name="Since">自. When that step was taken (UTC).</param>
public sealed record Owed(string Deadline, string To, Command Command, Func<Guid, Actor> By, string Step, DateTimeOffset Since);

/// <summary>已告结果. What came of a step that was owed. There is none while the other subject cannot be reached.</summary>
/// <param name="Step">事由. Which step was told, as <see cref="Owed.Step"/> says it.</param>
/// <param name="Refusal">拒绝. Why the other subject did not take it, or null.</param>
public sealed record Answered(string Step, Refusal? Refusal);

/// <summary>受告主体. A subject that another subject may have take a step, whatever its concept.</summary>
[Alias("told-subject")]
public interface IToldSubject : IDeadlineOwner
{
    /// <summary>受告. Decides a command of the subject's concept, as its <c>Execute</c> does.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks, and under which command id.</param>
    /// <returns>Why not, or null.</returns>
    /// <exception cref="ActorNotAllowedException">The actor holds no role that may give this command.</exception>
    [Alias("Take")]
    Task<Refusal?> Take(Command command, Actor actor);
}
