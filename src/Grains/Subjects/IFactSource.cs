namespace ShuangDa.Grains.Subjects;

/// <summary>事实来源. Fetches a fact for every command that declares that it needs one, whatever its concept: whether the section, agency … that it names is listed. The shell asks all of them, so that no concept forgets to.</summary>
public interface IFactSource
{
    /// <summary>The fact, or null where the command needs none of this kind.</summary>
    /// <param name="command">The command that is about to be decided.</param>
    /// <param name="actor">Who gives it.</param>
    ValueTask<object?> FetchAsync(Command command, Actor actor);
}
