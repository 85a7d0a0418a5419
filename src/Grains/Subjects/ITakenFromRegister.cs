namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 取自登记簿. A command that is a row of a register. A register names very many subjects, each once: only so many of their actors stay
/// (<see cref="RegisterActors"/>), or the memory of an import would grow with its rows.
/// </summary>
public interface ITakenFromRegister;
