namespace ShuangDa.Grains.Journal;

/// <summary>
/// 读取队列. Reads that wait, a line for each caller. Callers take turns, those that give a command first; the queue as a whole is bounded, and
/// when it is full whoever has most in it gives one up. It is not safe for threads: who uses it holds a lock.
/// </summary>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="length">How many may wait.</param>
internal sealed class ReadQueue<T>(int length) where T : class
{
    private readonly Lane _commands = new();
    private readonly Lane _lists = new();

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Puts one at the end of its caller's line.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="item">What waits.</param>
    /// <param name="givenUp">What must go instead when the queue is full; it may be the new one.</param>
    /// <returns>Its place, to leave by; null when it is the one that must go.</returns>
    public LinkedListNode<T>? Add(ReadCaller caller, T item, out T? givenUp)
    {
        givenUp = null;
        var lane = caller.GivesCommand ? _commands : _lists;
        if (Count >= length)
        {
            // What a command needs is given up only where nothing else waits.
            var longest = _lists.Longest ?? _commands.Longest;
            if (longest is null || (!(caller.GivesCommand && _lists.Longest is not null) && lane.WaitingOf(caller.Name) >= longest.Items.Count))
            {
                givenUp = item;
                return null;
            }

            givenUp = longest.Items.Last!.Value;
            Remove(longest.Items.Last);
        }

        Count++;
        return lane.Add(caller.Name, item);
    }

    /// <summary>Takes one out of its line.</summary>
    /// <param name="place">Its place.</param>
    /// <returns>Whether it was still there.</returns>
    public bool Remove(LinkedListNode<T> place)
    {
        if (place.List is not { } line)
        {
            return false;
        }

        line.Remove(place);
        Count--;
        return true;
    }

    /// <summary>The next one; null when none waits.</summary>
    public T? Take()
    {
        var next = _commands.Take() ?? _lists.Take();
        Count -= next is null ? 0 : 1;
        return next;
    }

    private sealed record Line(string Caller)
    {
        public LinkedList<T> Items { get; } = new();
    }

    private sealed class Lane
    {
        private readonly Dictionary<string, Line> _lines = [];

        // A line is here from when it is made until it is met with nothing in it.
        private readonly Queue<Line> _turns = new();

        public Line? Longest => _lines.Values.Where(line => line.Items.Count > 0).MaxBy(line => line.Items.Count);

        public int WaitingOf(string caller) => _lines.TryGetValue(caller, out var line) ? line.Items.Count : 0;

        public LinkedListNode<T> Add(string caller, T item)
        {
            if (!_lines.TryGetValue(caller, out var line))
            {
                _lines.Add(caller, line = new Line(caller));
                _turns.Enqueue(line);
            }

            return line.Items.AddLast(item);
        }

        public T? Take()
        {
            while (_turns.TryDequeue(out var line))
            {
                if (line.Items.First is not { } first)
                {
                    _lines.Remove(line.Caller);
                    continue;
                }

                line.Items.RemoveFirst();
                _turns.Enqueue(line);
                return first.Value;
            }

            return null;
        }
    }
}
