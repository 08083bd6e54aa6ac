namespace System
{
    public static class Console { public static extern void WriteLine(string value); }
}

namespace System.Threading
{
    public static class Monitor
    {
        public static extern void Enter(object obj);
        public static extern void Exit(object obj);
    }

    public sealed class Thread
    {
        public extern Thread(ThreadStart start);
        public extern void Start();
        public static extern void Sleep(int millisecondsTimeout);
    }

    public delegate void ThreadStart();
}
