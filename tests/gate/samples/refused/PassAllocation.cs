using System;

namespace SwapEdge.Samples.Refused
{
    public delegate int Made();

    public interface IWork
    {
        int Do(int value);
    }

    public abstract class Step
    {
        public abstract void Run();
    }

    public sealed class Node
    {
        private readonly IWork _work = new Worker();
        private readonly Step _step = new ArrayStep();
        private readonly Made _made = Handlers.Answer;

        public void Pass(long nowMs)
        {
            _work.Do((int)nowMs);
            _step.Run();
            _made();
            Tell(new int[1].Length, "pack"); // refused: pass-allocation
            Allowed();
        }

        private static void Tell(int bay, string name)
        {
            string text = name + bay.ToString(); // refused: pass-allocation
            object boxed = bay; // refused: pass-allocation
            Join(1, 2); // refused: pass-allocation
            name.Substring(1); // refused: pass-allocation
            Close(bay);
        }

        private static void Close(int bay)
        { // refused: pass-allocation
            Made closure = () => bay; // refused: pass-allocation
            closure();
        }

        private static void Join(params int[] values)
        {
        }

        private static void Allowed()
        {
            Below();
        }

        private static void Below()
        {
            object made = new object();
        }
    }

    public sealed class Worker : IWork
    {
        public int Do(int value)
        {
            return new Exception("reached through an interface").Message.Length; // refused: pass-allocation
        }
    }

    public sealed class ArrayStep : Step
    {
        public override void Run()
        {
            byte[] buffer = new byte[8]; // refused: pass-allocation
        }
    }

    public static class Handlers
    {
        public static int Answer()
        {
            return new object().ToString().Length; // refused: pass-allocation
        }
    }
}
