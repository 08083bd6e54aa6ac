using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The command counter, and the last command with it: all of it follows from the counter.</summary>
internal sealed class CutCommands : ICutRecord
{
    private readonly CutValue _value = new("command counter");
    private readonly CommandRecord _command = new();
    private CommandMemory _memory = null!;

    public void Start(IStore store, Journal journal)
    {
        _memory = new CommandMemory(store);
        _memory.Open(_command);
    }

    public void Act(Prng random)
    {
        // A counter that the store has refused is not given out again.
        _value.Begin(_value.Next + random.Between(1, 5));
        _memory.Counter = (ulong)_value.Next;
        Fill(_value.Next);
        _memory.Write(_command);
        if (_memory.Keep())
        {
            _value.Keep();
        }
    }

    public CutFlaw? Judge(IStore store) => _value.Judge(Read(store));

    public void Settle(IStore store) => _value.Settle(Read(store) ?? 0);

    private static long? Read(IStore store)
    {
        CommandRecord found = new();
        CommandMemory memory = new(store);
        memory.Open(found);
        CutCommands expected = new();
        expected.Fill((long)memory.Counter);
        CommandRecord all = expected._command;
        bool whole = memory.Counter == 0 || (found.Id == all.Id && found.Counter == all.Counter
            && found.Operation == all.Operation && found.State == all.State && found.Reason == all.Reason);
        return whole ? (long)memory.Counter : null;
    }

    private void Fill(long counter)
    {
        _command.Id = (ulong)counter * 7;
        _command.Counter = (ulong)counter;
        _command.Operation = CommandOperation.AuthoriseSwap + (int)(counter % 15);
        _command.State = ResultState.Accepted + (int)(counter % 5);
        _command.Reason = (CommandReason)(counter % 27);
    }
}
