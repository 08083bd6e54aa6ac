using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// What a pass allocates, 20 times a second, the collector must find again while everything stands still. Only the
/// named methods, and what they call, may.
/// </summary>
public sealed class PassAllocation(string root, PassAllowances allowances) : Rule
{
    public override string Name => "pass-allocation";

    public override string Instead =>
        "make it in a constructor and reuse it, or name the method in pass-allowances.txt";

    public override IEnumerable<Finding> Check(DeviceCode code) => Check(code, new CallGraph(code), allowances.Methods);

    /// <summary>Entries without which nothing more would be refused.</summary>
    public IEnumerable<string> NotNeeded(DeviceCode code)
    {
        CallGraph calls = new(code);
        int refused = Check(code, calls, allowances.Methods).Count();
        return allowances.Methods.Where(
            entry => Check(code, calls, [.. allowances.Methods.Where(other => other != entry)]).Count() == refused);
    }

    private IEnumerable<Finding> Check(DeviceCode code, CallGraph calls, IReadOnlyCollection<string> allowed)
    {
        IEnumerable<MethodDefinition> roots = code.Methods.Where(m => CallGraph.Name(m) == root);
        foreach (MethodDefinition method in calls.Reachable(roots, m => !allowed.Contains(CallGraph.Name(m))))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Allocations.Of(code, instruction) is string what)
                {
                    yield return Refuse(
                        code.At(method, instruction), $"{what} in a pass ({calls.Path(roots, method)})");
                }
            }
        }
    }
}
