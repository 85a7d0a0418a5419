using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>金额. Money outside is in yuan, as a decimal; inside it is a whole number of 分.</summary>
public static class Money
{
    /// <summary>Yuan as 分.</summary>
    /// <param name="field">The input's field, for the message.</param>
    /// <param name="yuan">The amount.</param>
    /// <exception cref="BadUserInput">It has more than two decimals or is beyond all measure.</exception>
    public static long Fen(string field, decimal yuan) => Grains.Subjects.Yuan.From(yuan)?.Fen
        ?? throw new BadUserInput($"{field}：金额以元为单位，最多两位小数", $"{field}: an amount is given in yuan with at most two decimals");

    /// <summary>分 as yuan.</summary>
    /// <param name="fen">The amount.</param>
    public static decimal Yuan(long fen) => fen / 100m;
}
