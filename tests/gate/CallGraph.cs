using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// Which of our methods a call may reach: the method itself, every override or implementation of it, and for a delegate
/// every method that was made into one of its type.
/// </summary>
public sealed class CallGraph
{
    private readonly DeviceCode _code;
    private readonly ILookup<string, MethodDefinition> _virtualByName;
    private readonly Dictionary<MethodReference, MethodDefinition[]> _targets = [];
    private readonly Dictionary<TypeDefinition, HashSet<string>> _ancestors = [];
    private readonly ILookup<TypeDefinition, MethodDefinition> _delegates;

    public CallGraph(DeviceCode code)
    {
        _code = code;
        _virtualByName = code.Methods.Where(m => m.IsVirtual && m.HasBody).ToLookup(m => Simple(m.Name));
        IEnumerable<(TypeDefinition Delegate, MethodDefinition Method)> made =
            from pair in code.Instructions
            where pair.Instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn
            let method = code.Ours((MethodReference)pair.Instruction.Operand)
            let type = pair.Instruction.Next.Operand is MethodReference made ? code.Ours(made.DeclaringType) : null
            where method is not null && type is not null
            select (type, method);
        _delegates = made.ToLookup(m => m.Delegate, m => m.Method);
    }

    /// <summary>Namespace, type and method, as in pass-allowances.txt.</summary>
    public static string Name(MethodReference method) => $"{method.DeclaringType.FullName}.{method.Name}";

    /// <summary>Our methods that an instruction may call, or make a delegate of.</summary>
    public IReadOnlyList<MethodDefinition> Targets(Instruction instruction)
    {
        if (instruction.Operand is not MethodReference called)
        {
            return [];
        }

        if (!_targets.TryGetValue(called, out MethodDefinition[]? targets))
        {
            targets = [.. Find(called).Where(m => m.HasBody).Distinct()];
            _targets.Add(called, targets);
        }

        return targets;
    }

    /// <summary>The given methods and all they may call, in breadth-first order.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="enter">Methods to stay out of are those for which it is false.</param>
    public IEnumerable<MethodDefinition> Reachable(
        IEnumerable<MethodDefinition> from, Func<MethodDefinition, bool>? enter = null) => Walk(from, enter).Keys;

    /// <summary>The shortest way from one of some methods to another, in words.</summary>
    public string Path(IEnumerable<MethodDefinition> from, MethodDefinition to)
    {
        Dictionary<MethodDefinition, MethodDefinition?> callers = Walk(from, null);
        List<string> steps = [];
        for (MethodDefinition? at = to; at is not null; at = callers[at])
        {
            steps.Insert(0, $"{at.DeclaringType.Name}.{at.Name}");
        }

        return string.Join(" > ", steps);
    }

    private Dictionary<MethodDefinition, MethodDefinition?> Walk(
        IEnumerable<MethodDefinition> from, Func<MethodDefinition, bool>? enter)
    {
        Dictionary<MethodDefinition, MethodDefinition?> callers = [];
        Queue<MethodDefinition> open = new();
        foreach (MethodDefinition method in from.Where(m => m.HasBody && callers.TryAdd(m, null)))
        {
            open.Enqueue(method);
        }

        while (open.TryDequeue(out MethodDefinition? method))
        {
            foreach (MethodDefinition target in method.Body.Instructions.SelectMany(Targets))
            {
                if ((enter is null || enter(target)) && callers.TryAdd(target, method))
                {
                    open.Enqueue(target);
                }
            }
        }

        return callers;
    }

    private IEnumerable<MethodDefinition> Find(MethodReference called)
    {
        MethodDefinition? ours = _code.Ours(called);
        if (ours is not null && !ours.IsVirtual)
        {
            return [ours];
        }

        TypeDefinition? type = _code.Ours(called.DeclaringType);
        if (type is not null && called.Name == "Invoke" && type.BaseType?.FullName == "System.MulticastDelegate")
        {
            return _delegates[type];
        }

        string declaring = called.DeclaringType.GetElementType().FullName;
        IEnumerable<MethodDefinition> overrides = _virtualByName[Simple(called.Name)].Where(
            m => m.Parameters.Count == called.Parameters.Count && Serves(m.DeclaringType.FullName, declaring));
        return ours is null ? overrides : overrides.Append(ours);
    }

    /// <summary>Some type of ours is, or derives from, both: the one may be called through the other.</summary>
    private bool Serves(string implementing, string declaring) => _code.Types.Any(
        type => Ancestors(type) is var ancestors && ancestors.Contains(implementing) && ancestors.Contains(declaring));

    /// <summary>An explicit implementation is named after its interface.</summary>
    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>A type with its base types and interfaces.</summary>
    private HashSet<string> Ancestors(TypeDefinition type)
    {
        if (_ancestors.TryGetValue(type, out HashSet<string>? known))
        {
            return known;
        }

        HashSet<string> names = [type.FullName];
        foreach (TypeReference parent in type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType))
        {
            if (parent is not null)
            {
                names.Add(parent.GetElementType().FullName);
                names.UnionWith(_code.Ours(parent) is TypeDefinition ours ? Ancestors(ours) : []);
            }
        }

        _ancestors.Add(type, names);
        return names;
    }
}
