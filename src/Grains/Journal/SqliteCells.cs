using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// SQLite 单元格. The cells of the row that a statement stands on. They are read through SQLite's own functions by their addresses: a list
/// has hundreds of cells, and the provider's way to one (a safe handle held and let go, a change of the runtime's mode, a look at the type)
/// costs several times the cell.
/// </summary>
/// <remarks>The functions only look at what the last step has made; they never wait, which is what <c>SuppressGCTransition</c> asks of
/// them.</remarks>
/// <param name="statement">The statement, which whoever reads holds.</param>
internal sealed unsafe class SqliteCells(sqlite3_stmt statement)
{
    private const int Null = 5;

    private static readonly nint Library = NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
    private static readonly delegate* unmanaged[SuppressGCTransition]<nint, int, int> TypeOf =
        (delegate* unmanaged[SuppressGCTransition]<nint, int, int>)Find("sqlite3_column_type");
    private static readonly delegate* unmanaged[SuppressGCTransition]<nint, int, byte*> TextOf =
        (delegate* unmanaged[SuppressGCTransition]<nint, int, byte*>)Find("sqlite3_column_text");
    private static readonly delegate* unmanaged[SuppressGCTransition]<nint, int, byte*> BytesOf =
        (delegate* unmanaged[SuppressGCTransition]<nint, int, byte*>)Find("sqlite3_column_blob");
    private static readonly delegate* unmanaged[SuppressGCTransition]<nint, int, int> LengthOf =
        (delegate* unmanaged[SuppressGCTransition]<nint, int, int>)Find("sqlite3_column_bytes");
    private static readonly delegate* unmanaged[SuppressGCTransition]<nint, int, long> NumberOf =
        (delegate* unmanaged[SuppressGCTransition]<nint, int, long>)Find("sqlite3_column_int64");

    private readonly nint _statement = statement.DangerousGetHandle();

    /// <summary>Whether a cell has no value.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public bool IsNull(int place) => TypeOf(_statement, place) == Null;

    /// <summary>A text.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public string Text(int place)
    {
        // The text first, then its length: SQLite may change its form on the way.
        var text = TextOf(_statement, place);
        return text is null ? throw Absent(place) : Encoding.UTF8.GetString(text, LengthOf(_statement, place));
    }

    /// <summary>A whole number.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public long Number(int place)
    {
        var number = NumberOf(_statement, place);
        return number == 0 && IsNull(place) ? throw Absent(place) : number;
    }

    /// <summary>A whole number that is not large.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public int SmallNumber(int place) => checked((int)Number(place));

    /// <summary>A yes or no.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public bool Flag(int place) => Number(place) != 0;

    /// <summary>Bytes.</summary>
    /// <param name="place">The column's place, from 0.</param>
    public byte[] Bytes(int place)
    {
        var bytes = BytesOf(_statement, place);
        return bytes is not null ? new ReadOnlySpan<byte>(bytes, LengthOf(_statement, place)).ToArray()
            : IsNull(place) ? throw Absent(place)
            : [];
    }

    private static nint Find(string function) => NativeLibrary.GetExport(Library, function);

    private static InvalidOperationException Absent(int place) => new($"Column {place} has no value, and a row must have one.");
}
